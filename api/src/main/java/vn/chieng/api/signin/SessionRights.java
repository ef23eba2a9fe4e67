package vn.chieng.api.signin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.ActingRights;

/** What the person of a session may do now. */
@Component
final class SessionRights implements Callers {
    private final ActingRights rights;
    private final CredentialStore credentials;

    SessionRights(ActingRights rights, CredentialStore credentials) {
        this.rights = rights;
        this.credentials = credentials;
    }

    Optional<SignedIn> of(SessionPrincipal principal) {
        return rights.acting(principal.accountId(), principal.assignmentId(), duties(principal.accountId()));
    }

    private Set<Duty> duties(long accountId) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        if (credentials.find(accountId).map(Credentials::mustChangePassword).orElse(false)) {
            duties.add(Duty.NEW_PASSWORD);
        }
        return duties;
    }

    @Override
    public Optional<SignedIn> now(SignedIn caller, String sessionId) {
        return rights.acting(caller.accountId(), caller.assignmentId(), caller.duties());
    }
}
