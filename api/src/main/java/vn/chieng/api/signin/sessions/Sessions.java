package vn.chieng.api.signin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.OpenSession;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** Begins and ends sessions, and moves them to another role; each time under a new id, so that nobody can know it beforehand. */
@Component
public class Sessions {
    /** Ended sessions are forgotten when others begin. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    /** The container may keep a session a little longer than we let it count. */
    private static final Duration CONTAINER_GRACE = Duration.ofHours(1);

    private final SessionStore store;
    private final SessionRights rights;
    private final SessionSettings settings;
    private final AccountStore accounts;
    private final Secrets secrets;
    private final SignInTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();

    Sessions(
            SessionStore store,
            SessionRights rights,
            SessionSettings settings,
            AccountStore accounts,
            Secrets secrets,
            SignInTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.settings = settings;
        this.accounts = accounts;
        this.secrets = secrets;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Signs the person in; empty where there is no role to act in. */
    @Transactional
    public Optional<SignedIn> begin(
            HttpServletRequest request, HttpServletResponse response, Account account, boolean provenElsewhere) {
        Optional<SignedIn> caller = rights.of(account.id(), null, provenElsewhere);
        String organizationId = caller.map(SignedIn::organizationId).orElse(null);
        if (caller.isEmpty() || organizationId == null) {
            return Optional.empty();
        }
        SignedIn acting = caller.get();
        Instant now = clock.instant();
        Duration longest = settings.absolute(acting.role());
        var principal = new SessionPrincipal(account.id(), account.name(), null, secrets.id(), now, provenElsewhere);
        String id = renewed(request, response, longest);
        store.removeEnded(now.minus(FORGOTTEN_AFTER), now.minus(FORGOTTEN_AFTER));
        store.add(
                new KeptSession(
                        principal.publicId(),
                        account.id(),
                        acting.role(),
                        organizationId,
                        request.getRemoteAddr(),
                        UserAgents.brief(request.getHeader("User-Agent")),
                        now,
                        now,
                        now.plus(longest)),
                Secrets.sha256(id));
        accounts.signedIn(account.id(), now);
        trail.record(
                acting,
                SignInAction.SIGNED_IN,
                account,
                Map.of(),
                Map.of("role", acting.role().name()));
        keep(principal, request, response);
        return caller;
    }

    /** Lets the session act in another of the person's roles; false where that role is not held. */
    @Transactional
    public boolean act(HttpServletRequest request, HttpServletResponse response, SignedIn caller, long assignmentId) {
        Optional<Assignment> chosen = rights.choices(caller.accountId()).stream()
                .filter(held -> held.id() == assignmentId)
                .findFirst();
        Optional<SessionPrincipal> session = principal(request);
        if (chosen.isEmpty() || session.isEmpty()) {
            return false;
        }
        SessionPrincipal principal = session.get();
        Duration longest = settings.absolute(chosen.get().role());
        store.renamed(principal.publicId(), Secrets.sha256(renewed(request, response, longest)));
        store.acts(
                principal.publicId(),
                chosen.get().role(),
                chosen.get().organizationId(),
                principal.since().plus(longest));
        accounts.find(caller.accountId())
                .ifPresent(account -> trail.record(
                        caller,
                        SignInAction.ROLE_SWITCHED,
                        account,
                        role(caller.role().name(), caller.organizationId()),
                        role(chosen.get().role().name(), chosen.get().organizationId())));
        keep(principal.actingIn(assignmentId), request, response);
        return true;
    }

    /** Gives the session a new id and ends the person's others: what proves who they are has changed. */
    @Transactional
    public void renewAndEndOthers(HttpServletRequest request, HttpServletResponse response, SignedIn caller) {
        Optional<SessionPrincipal> session = principal(request);
        if (session.isPresent()) {
            String publicId = session.get().publicId();
            store.renamed(publicId, Secrets.sha256(renewed(request, response, settings.absolute(caller.role()))));
            endOthers(caller.accountId(), publicId);
        } else {
            endOthers(caller.accountId(), null);
        }
    }

    /** Ends the account's sessions but one; answers how many ended. */
    @Transactional
    public int endOthers(long accountId, @Nullable String publicId) {
        int ended = store.removeOthers(accountId, publicId);
        if (ended > 0) {
            accounts.find(accountId)
                    .ifPresent(account -> trail.record(SignInAction.SESSION_ENDED, account, Map.of("ended", ended)));
        }
        return ended;
    }

    /** Ends one session, of this account where one is named; false where it is not open. */
    @Transactional
    public boolean end(String publicId, @Nullable Long accountId) {
        Optional<KeptSession> kept =
                store.find(publicId).filter(known -> accountId == null || known.accountId() == accountId);
        if (kept.isEmpty() || !store.remove(publicId)) {
            return false;
        }
        accounts.find(kept.get().accountId())
                .ifPresent(account -> trail.record(SignInAction.SESSION_ENDED, account, Map.of("ended", 1)));
        return true;
    }

    /** Ends the session of this request because its person signs out. */
    @Transactional
    public void signOut(HttpServletRequest request) {
        principal(request).ifPresent(principal -> {
            store.remove(principal.publicId());
            accounts.find(principal.accountId())
                    .ifPresent(account -> trail.record(
                            rights.of(account.id(), principal.assignmentId(), principal.provenElsewhere())
                                    .orElse(null),
                            SignInAction.SIGNED_OUT,
                            account,
                            Map.of(),
                            Map.of()));
        });
        HttpSession session = request.getSession(false);
        if (session != null) {
            events.publishEvent(new SessionEnded(session.getId()));
        }
    }

    /** The account's open sessions. */
    public List<OpenSession> of(long accountId) {
        return store.of(accountId).stream().filter(this::open).toList();
    }

    /** Open sessions that act for organisations within. */
    public List<OpenSession> within(Scope scope, int limit) {
        return store.within(scope, limit).stream().filter(this::open).toList();
    }

    /** What the session of this request remembers, if somebody is signed in in it. */
    public static Optional<SessionPrincipal> principal(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SessionPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }

    private boolean open(OpenSession session) {
        return session.lastSeenAt().plus(settings.idle(session.role())).isAfter(clock.instant());
    }

    /** A new id and no form token of before: whoever knew the old ones has nothing. */
    private String renewed(HttpServletRequest request, HttpServletResponse response, Duration longest) {
        HttpSession session = request.getSession();
        events.publishEvent(new SessionEnded(session.getId()));
        String id = request.changeSessionId();
        session.setMaxInactiveInterval((int) longest.plus(CONTAINER_GRACE).toSeconds());
        formTokens.saveToken(null, request, response);
        return id;
    }

    private void keep(SessionPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList("SESSION")));
        contexts.saveContext(context, request, response);
    }

    private static Map<String, @Nullable Object> role(String role, @Nullable String organizationId) {
        return Map.of("role", role, "organization", organizationId == null ? "" : organizationId);
    }
}
