package vn.chieng.api.compression;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compresses text for whoever takes gzip. Tomcat could do it, but where a browser leaves a page that is still being sent, its
 * compression ends twice and takes the whole connection of HTTP/2 down, with the next page on it:
 * {@code docs/adr/0059-compress-before-tomcat.md}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class CompressedAnswers extends OncePerRequestFilter {
    /** A coding with a quality of nought is refused. */
    private static final Pattern GZIP = Pattern.compile("gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.HEAD.matches(request.getMethod())
                || !takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new CompressibleAnswer(response, request::isAsyncStarted);
        chain.doFilter(request, answer);
        if (request.isAsyncStarted()) {
            answer.leaveToAnother();
        } else {
            answer.finish();
        }
    }

    static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> GZIP.matcher(coding).matches());
    }
}
