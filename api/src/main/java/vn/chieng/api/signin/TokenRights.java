package vn.chieng.api.signin;

import java.time.Clock;
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
final class TokenRights {
    private final TokenStore tokens;
    private final AccountStore accounts;
    private final ActingRights rights;
    private final Clock clock;

    TokenRights(TokenStore tokens, AccountStore accounts, ActingRights rights, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.rights = rights;
        this.clock = clock;
    }

    Optional<SignedIn> of(byte[] sha256) {
        return tokens.find(sha256, clock.instant()).filter(this::stillHeld).map(this::holder);
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
