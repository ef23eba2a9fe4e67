package vn.chieng.api.signin.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;

/** What the holder of a token may do now: never more than the role it was made for, and nothing once its person lost that role. */
@Component
public final class TokenRights {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenStore tokens;
    private final AccountStore accounts;
    private final ActingRights rights;
    private final Clock clock;

    public TokenRights(TokenStore tokens, AccountStore accounts, ActingRights rights, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.rights = rights;
        this.clock = clock;
    }

    /** Who calls with the token of this digest; its use is noted, to the minute. */
    public Optional<SignedIn> of(byte[] sha256) {
        Instant now = clock.instant();
        Optional<Token> token = tokens.find(sha256, now).filter(this::stillHeld);
        token.filter(held -> held.lastUsedAt() == null
                        || !held.lastUsedAt().plus(NOTED_EVERY).isAfter(now))
                .ifPresent(held -> tokens.used(held.id(), now));
        return token.map(this::holder);
    }

    /** The same caller with today's permissions and scope; empty where the token is withdrawn or has run out. */
    public Optional<SignedIn> now(SignedIn caller) {
        return tokens.find(caller.accountId(), caller.name(), clock.instant())
                .filter(this::stillHeld)
                .map(this::holder);
    }

    private boolean stillHeld(Token token) {
        Long account = token.accountId();
        return account == null
                || (accounts.find(account).filter(found -> !found.disabled()).isPresent()
                        && accounts.assignments(account, clock.instant()).stream()
                                .anyMatch(held -> held.role() == token.role()
                                        && held.delegatedFrom() == null
                                        && held.organizationId().equals(token.organizationId())));
    }

    private SignedIn holder(Token token) {
        Set<Permission> permissions = EnumSet.copyOf(token.role().permissions());
        if (token.permissions() != null) {
            permissions.retainAll(token.permissions());
        }
        return new SignedIn(
                token.accountId() == null ? 0 : token.accountId(),
                token.name(),
                token.name(),
                token.role(),
                0,
                token.organizationId(),
                rights.scope(token.role(), token.organizationId()),
                permissions,
                "vi",
                Set.of());
    }
}
