package vn.chieng.api.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While PostgreSQL does not answer, every page says so with status 503 instead of failing; the error page is then drawn without session, which is kept
 * there too.
 */
@Component
@Order(StoreOutage.BEFORE_SESSIONS)
final class StoreOutage extends OncePerRequestFilter {
    static final int BEFORE_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER - 10;
    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);
    private static final String ATTRIBUTE = StoreOutage.class.getName();
    private static final int DEEPEST_CAUSE = 10;

    private final Refusals refused;

    StoreOutage(Refusals refused) {
        this.refused = refused;
    }

    /** Whether this request has met the outage: then nothing more of it may ask for the session. */
    static boolean met(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    static void noted(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
        // a session that was begun for this request cannot be kept either, and must not be tried again
        request.removeAttribute(SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION");
        request.removeAttribute("_csrf");
        request.removeAttribute(CsrfToken.class.getName());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!outage(e) || response.isCommitted()) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("error.message", String.valueOf(e.getMessage()))
                    .log("the store does not answer");
            refused.unavailable(request, response);
        }
    }

    private static boolean outage(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
