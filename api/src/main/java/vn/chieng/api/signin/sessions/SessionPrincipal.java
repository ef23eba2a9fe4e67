package vn.chieng.api.signin.sessions;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers: who signed in, when, and the role chosen. What that permits is looked up for each request.
 *
 * @param assignmentId the role acted in; null: the first one held
 * @param publicId names the session where people see it
 * @param provenElsewhere whether an identity provider has checked a second factor
 */
public record SessionPrincipal(
        long accountId,
        String name,
        @Nullable Long assignmentId,
        String publicId,
        Instant since,
        boolean provenElsewhere)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    SessionPrincipal actingIn(long assignment) {
        return new SessionPrincipal(accountId, name, assignment, publicId, since, provenElsewhere);
    }
}
