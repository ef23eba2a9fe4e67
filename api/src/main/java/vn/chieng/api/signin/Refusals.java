package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** How a request is refused: a problem below {@code /api}, a bare status for htmx, the sign-in or error page otherwise. */
@Component
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String RETRY_SECONDS = "10";

    private final Problems problems;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Refusals(Problems problems, LocaleResolver locales, JsonMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        askToSignIn(request, response, "/signin");
    }

    /** The session was revoked or its time is over. */
    void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        askToSignIn(request, response, "/signin?expired");
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        if (forMachines(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            write(request, response, ProblemType.NOT_SIGNED_IN);
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(page);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (forMachines(request)) {
            write(request, response, ProblemType.NOT_PERMITTED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Whoever calls cannot be told apart now, because the store does not answer. */
    void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StoreOutage.noted(request);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (forMachines(request)) {
            write(request, response, ProblemType.UNAVAILABLE);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean forMachines(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/v3/");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        response.setStatus(type.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problems.detail(type, locales.resolveLocale(request))));
    }
}
