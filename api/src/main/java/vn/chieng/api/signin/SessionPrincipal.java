package vn.chieng.api.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers: who signed in, when, and the role chosen. What that permits is looked up for each request.
 *
 * @param assignmentId the role acted in; null: the first one held
 */
record SessionPrincipal(
        long accountId, String name, @Nullable Long assignmentId, Instant since)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    SessionPrincipal actingIn(long assignment) {
        return new SessionPrincipal(accountId, name, assignment, since);
    }
}
