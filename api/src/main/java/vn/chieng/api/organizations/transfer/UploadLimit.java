package vn.chieng.api.organizations.transfer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Files are taken at one address only and are refused by their announced length, before anything reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class UploadLimit extends OncePerRequestFilter {
    static final String TOO_LARGE = "too-large";
    private static final String PLACE = "/admin/organizations/imports";
    /** The file and what the form says around it. */
    private static final long MOST_BYTES = ImportPages.MOST_BYTES + 64 * 1024L;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (!request.getRequestURI().equals(PLACE)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, PLACE + "?" + TOO_LARGE + "=true");
        } else {
            chain.doFilter(request, response);
        }
    }
}
