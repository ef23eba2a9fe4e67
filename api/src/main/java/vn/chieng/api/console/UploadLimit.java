package vn.chieng.api.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Files are taken at few addresses only and are refused by their announced length, before anything reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public final class UploadLimit extends OncePerRequestFilter {
    /** The parameter of the page that a file came too large from, which shows it again. */
    public static final String TOO_LARGE = "too-large";

    /** What the form says around the file. */
    private static final long AROUND = 64 * 1024L;

    private final List<Place> places;

    private record Place(PathPattern pattern, long mostBytes) {}

    UploadLimit(ObjectProvider<UploadPlace> places) {
        this.places = places.stream()
                .map(place ->
                        new Place(PathPatternParser.defaultInstance.parse(place.pattern()), place.mostBytes() + AROUND))
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Place> place = place(request.getRequestURI());
        if (place.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (hidesItsLength(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > place.get().mostBytes()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + TOO_LARGE + "=true");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever does not announce the length could send the largest file of all places to each of them. */
    private static boolean hidesItsLength(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || (request.getContentLengthLong() < 0 && request.getProtocol().startsWith("HTTP/2"));
    }

    private Optional<Place> place(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return places.stream()
                .filter(candidate -> candidate.pattern().matches(parsed))
                .findFirst();
    }
}
