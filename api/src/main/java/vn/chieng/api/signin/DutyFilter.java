package vn.chieng.api.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.SignedIn;

/** Whoever owes a new password or a second factor gets to no other page than the one where it is paid. */
final class DutyFilter extends OncePerRequestFilter {
    private final RequestMatcher open;
    private final RequestMatcher passwordPages;
    private final RequestMatcher factorPages;
    private final AccessDeniedHandler denied;

    DutyFilter(
            RequestMatcher open, RequestMatcher passwordPages, RequestMatcher factorPages, AccessDeniedHandler denied) {
        this.open = open;
        this.passwordPages = passwordPages;
        this.factorPages = factorPages;
        this.denied = denied;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duty duty = first();
        if (duty == null || open.matches(request) || pages(duty).matches(request)) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/")) {
            response.sendRedirect(
                    switch (duty) {
                        case NEW_PASSWORD -> "/password";
                        case SECOND_FACTOR -> "/me/second-factor";
                    });
        } else {
            denied.handle(request, response, new AccessDeniedException("owes " + duty));
        }
    }

    /** The password first: until it is one's own, whoever handed it out could set up the second factor. */
    private static @Nullable Duty first() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return null;
        }
        Set<Duty> duties = signedIn.duties();
        if (duties.contains(Duty.NEW_PASSWORD)) {
            return Duty.NEW_PASSWORD;
        }
        return duties.contains(Duty.SECOND_FACTOR) ? Duty.SECOND_FACTOR : null;
    }

    private RequestMatcher pages(Duty duty) {
        return switch (duty) {
            case NEW_PASSWORD -> passwordPages;
            case SECOND_FACTOR -> factorPages;
        };
    }
}
