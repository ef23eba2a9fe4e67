package vn.chieng.api.notifications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** Hangs the bell on each request of somebody signed in; it asks nothing until a page is drawn. */
final class BellInterceptor implements HandlerInterceptor {
    static final String ATTRIBUTE = "bell";

    private final NoticeStore notices;

    BellInterceptor(NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn caller
                && caller.may(Permission.OWN_ACCOUNT)) {
            request.setAttribute(ATTRIBUTE, new Bell(() -> notices.count(caller, true)));
        }
        return true;
    }
}
