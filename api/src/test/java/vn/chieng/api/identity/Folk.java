package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;

/** People of a test, under names that no other test uses. */
public final class Folk {
    public static final String ROOT = "org-tinh-gia-lai";
    /** A ward and, below, one that lies beside it. */
    public static final String OWN = "org-21583";

    public static final String OTHER = "org-21589";

    private final AccountStore accounts;
    private final ActingRights rights;
    private final Clock clock;

    public Folk(AccountStore accounts, ActingRights rights, Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.clock = clock;
    }

    /** A person of an organisation without any role. */
    public Account person(AccountKind kind, String organization) {
        return person(kind, organization, "Nguyễn Văn Thử", clock.instant());
    }

    public Account person(AccountKind kind, String organization, String displayName, Instant createdAt) {
        return accounts.add(
                        new Account.Draft(
                                "t" + UUID.randomUUID(),
                                displayName,
                                kind,
                                "nguoi.thu@example.vn",
                                "0269 123 4567",
                                organization,
                                "vi",
                                false),
                        createdAt)
                .orElseThrow();
    }

    public Assignment role(Account to, Role role, String organization) {
        return role(to, role, organization, null);
    }

    public Assignment role(Account to, Role role, String organization, @Nullable Instant endsAt) {
        return accounts.grant(new Assignment.Draft(to.id(), role, organization, null, endsAt), clock.instant())
                .orElseThrow();
    }

    /** Somebody new who acts in this role now. */
    public SignedIn acting(Role role, String organization) {
        Account account =
                person(role == Role.ADMINISTRATOR ? AccountKind.ADMINISTRATOR : AccountKind.BUSINESS, organization);
        return acting(account, role(account, role, organization));
    }

    public SignedIn acting(Account account, Assignment held) {
        return rights.acting(account.id(), held.id(), Set.of()).orElseThrow();
    }

    public static RequestPostProcessor as(SignedIn caller) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, AuthorityUtils.createAuthorityList("SESSION")));
    }
}
