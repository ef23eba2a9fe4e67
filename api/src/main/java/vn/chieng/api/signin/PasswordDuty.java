package vn.chieng.api.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.SignedIn;

/** Whoever holds a one-time password gets to no other page than the one that replaces it. */
final class PasswordDuty extends OncePerRequestFilter {
    private final RequestMatcher open;
    private final AccessDeniedHandler denied;

    PasswordDuty(RequestMatcher open, AccessDeniedHandler denied) {
        this.open = open;
        this.denied = denied;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean owes = authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.duties().contains(Duty.NEW_PASSWORD);
        if (!owes || open.matches(request)) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/")) {
            response.sendRedirect("/password");
        } else {
            denied.handle(request, response, new AccessDeniedException("one-time password"));
        }
    }
}
