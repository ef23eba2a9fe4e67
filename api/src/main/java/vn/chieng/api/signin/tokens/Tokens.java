package vn.chieng.api.signin.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.access.Permission;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** Makes and withdraws a person's API tokens. */
@Component
public class Tokens {
    static final int LONGEST_NAME = 60;
    static final int MOST_DAYS = 365;
    static final int MOST_TOKENS = 20;

    private final TokenStore store;
    private final AccountStore accounts;
    private final ActingRights rights;
    private final Secrets secrets;
    private final SignInTrail trail;
    private final Clock clock;

    Tokens(
            TokenStore store,
            AccountStore accounts,
            ActingRights rights,
            Secrets secrets,
            SignInTrail trail,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rights = rights;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a person asks for.
     *
     * @param permissions empty: all of the role's
     */
    record Wish(String name, long assignmentId, int days, Set<Permission> permissions) {
        Wish {
            name = name.strip();
            permissions = Set.copyOf(permissions);
        }
    }

    /** What is wrong with a wish. */
    enum Flaw {
        NAME,
        NAME_TAKEN,
        ROLE,
        DAYS,
        TOO_MANY
    }

    /** What came of it. */
    sealed interface Outcome {
        /** The token itself, which is shown this once. */
        record Made(String secret) implements Outcome {}

        record Refused(Flaw flaw) implements Outcome {}
    }

    @Transactional
    Outcome make(Account account, Wish wish) {
        Instant now = clock.instant();
        if (wish.name().isEmpty() || wish.name().length() > LONGEST_NAME) {
            return new Outcome.Refused(Flaw.NAME);
        }
        if (wish.days() < 1 || wish.days() > MOST_DAYS) {
            return new Outcome.Refused(Flaw.DAYS);
        }
        Optional<Assignment> held = lendable(account.id()).stream()
                .filter(each -> each.id() == wish.assignmentId())
                .findFirst();
        if (held.isEmpty()) {
            return new Outcome.Refused(Flaw.ROLE);
        }
        if (store.of(account.id(), now).size() >= MOST_TOKENS) {
            return new Outcome.Refused(Flaw.TOO_MANY);
        }
        return add(account, wish, held.get(), now);
    }

    private Outcome add(Account account, Wish wish, Assignment held, Instant now) {
        @Nullable Set<Permission> fewer = null;
        if (!wish.permissions().isEmpty()) {
            fewer = EnumSet.copyOf(wish.permissions());
            fewer.retainAll(held.role().permissions());
            fewer.add(Permission.PUBLIC);
        }
        String secret = secrets.token();
        var draft = new TokenStore.Draft(
                wish.name(), held.role(), held.organizationId(), fewer, now, now.plus(Duration.ofDays(wish.days())));
        if (!store.add(account.id(), draft, Secrets.sha256(secret))) {
            return new Outcome.Refused(Flaw.NAME_TAKEN);
        }
        trail.record(SignInAction.TOKEN_MADE, account, described(draft));
        return new Outcome.Made(secret);
    }

    /** Withdraws a token, of this account where one is named; false where it is gone. */
    @Transactional
    public boolean withdraw(long tokenId, @Nullable Long accountId) {
        Optional<Token> token = store.find(tokenId)
                .filter(found -> found.accountId() != null)
                .filter(found -> accountId == null || accountId.equals(found.accountId()));
        if (token.isEmpty() || !store.remove(tokenId)) {
            return false;
        }
        Optional.ofNullable(token.get().accountId())
                .flatMap(accounts::find)
                .ifPresent(account -> trail.record(
                        SignInAction.TOKEN_WITHDRAWN,
                        account,
                        Map.of("token", token.get().name())));
        return true;
    }

    /** A person's tokens that still hold. */
    public List<Token> of(long accountId) {
        return store.of(accountId, clock.instant());
    }

    /** Roles held in one's own right; what is delegated for a time is not handed on to a program. */
    List<Assignment> lendable(long accountId) {
        return rights.choices(accountId).stream()
                .filter(held -> held.delegatedFrom() == null)
                .toList();
    }

    private static Map<String, @Nullable Object> described(TokenStore.Draft token) {
        Set<Permission> permissions = token.permissions();
        return Map.of(
                "token",
                token.name(),
                "role",
                token.role().name(),
                "organization",
                token.organizationId(),
                "expires",
                token.expiresAt().toString(),
                "permissions",
                permissions == null
                        ? "all"
                        : permissions.stream()
                                .map(Permission::name)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .toList());
    }
}
