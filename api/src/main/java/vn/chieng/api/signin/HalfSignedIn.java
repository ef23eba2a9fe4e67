package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a session remembers between password and code. It is no authentication: until the code is right, the session opens what a stranger's would.
 */
record HalfSignedIn(long accountId, Instant since) implements Serializable {
    private static final String ATTRIBUTE = HalfSignedIn.class.getName();

    /** Under a new session id, as after every step that proves something. */
    void keep(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now, Duration within) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof HalfSignedIn half
                        && half.since().plus(within).isAfter(now)
                ? Optional.of(half)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
