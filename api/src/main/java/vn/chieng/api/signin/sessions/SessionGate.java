package vn.chieng.api.signin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.CallerSession;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.tokens.TokenRights;

/** Lets a session count only while it is neither revoked nor past its time, and only as what its person is now. */
@Component
public final class SessionGate implements Callers {
    private final SessionStore store;
    private final SessionRights rights;
    private final TokenRights tokens;
    private final SessionSettings settings;
    private final Clock clock;

    public SessionGate(
            SessionStore store, SessionRights rights, TokenRights tokens, SessionSettings settings, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who calls in this session now; empty where the session has ended. */
    public Optional<SignedIn> enter(SessionPrincipal principal, HttpServletRequest request) {
        Optional<KeptSession> kept = store.find(principal.publicId());
        Optional<SignedIn> caller = kept.flatMap(
                _ -> rights.of(principal.accountId(), principal.assignmentId(), principal.provenElsewhere()));
        if (kept.isEmpty() || caller.isEmpty()) {
            return Optional.empty();
        }
        Duration idle = settings.idle(caller.get().role());
        Instant now = clock.instant();
        if (!kept.get().endsAt(idle).isAfter(now)) {
            store.remove(principal.publicId());
            return Optional.empty();
        }
        KeptSession session = kept.get();
        if (!Background.asks(request)
                && !session.lastSeenAt().plus(settings.seenEvery()).isAfter(now)) {
            store.seen(principal.publicId(), now, request.getRemoteAddr());
            session = store.find(principal.publicId()).orElse(session);
        }
        request.setAttribute(
                CallerSession.ATTRIBUTE,
                new CallerSession(
                        Duration.between(now, session.endsAt(idle)),
                        settings.warnBefore(),
                        rights.choices(principal.accountId()).size() > 1));
        return caller;
    }

    /** Counts as something the person did, however short ago the last one was. */
    public Duration extend(SignedIn caller, SessionPrincipal principal, String address) {
        Instant now = clock.instant();
        store.seen(principal.publicId(), now, address);
        return store.find(principal.publicId())
                .map(kept -> Duration.between(now, kept.endsAt(settings.idle(caller.role()))))
                .orElse(Duration.ZERO);
    }

    @Override
    public Optional<SignedIn> now(SignedIn caller, String sessionId) {
        if (caller.assignmentId() == 0) {
            return tokens.now(caller);
        }
        Optional<KeptSession> kept = store.find(Secrets.sha256(sessionId))
                .filter(known -> known.accountId() == caller.accountId())
                .filter(known -> known.endsAt(settings.idle(caller.role())).isAfter(clock.instant()));
        // duties were looked at when the stream or export began; a live page shows nothing that a duty would hide
        return kept.flatMap(_ -> rights.acting(caller));
    }
}
