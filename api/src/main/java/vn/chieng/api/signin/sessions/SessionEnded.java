package vn.chieng.api.signin.sessions;

import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionDestroyedEvent;

/** Tells the live pages of this instance that a session ended; those of other instances learn it at their next heartbeat. */
final class SessionEnded extends SessionDestroyedEvent {

    SessionEnded(String id) {
        super(id);
    }

    @Override
    public List<SecurityContext> getSecurityContexts() {
        return List.of();
    }

    @Override
    public String getId() {
        return (String) getSource();
    }
}
