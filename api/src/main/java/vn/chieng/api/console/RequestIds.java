package vn.chieng.api.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id that its log lines, its answer and the page that reports a problem all carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class RequestIds extends OncePerRequestFilter {

    /** Request attribute, and so template variable, with the id. */
    public static final String ATTRIBUTE = "problemId";

    static final String HEADER = "Problem-Id";
    private static final String LOGGED_AS = "http.request.id";

    private final RandomGenerator random;

    public RequestIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable(LOGGED_AS, id)) {
            chain.doFilter(request, response);
        }
    }
}
