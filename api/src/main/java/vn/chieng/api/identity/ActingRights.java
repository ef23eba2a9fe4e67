package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.OrganizationDirectory;

/** What a person may do now, acting in one of their roles. */
@Component
public final class ActingRights {
    private final AccountStore accounts;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    public ActingRights(AccountStore accounts, OrganizationDirectory organizations, Clock clock) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * The person in the chosen role, or in the first one held where none is chosen.
     *
     * @param duties what the person owes first
     * @return empty where the account is disabled or gone, or the role is no longer held
     */
    public Optional<SignedIn> acting(long accountId, @Nullable Long assignmentId, Set<Duty> duties) {
        Instant now = clock.instant();
        Optional<Account> account = accounts.find(accountId).filter(found -> !found.disabled());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return choices(accountId, now).stream()
                .filter(held -> assignmentId == null || held.id() == assignmentId)
                .findFirst()
                .map(held -> signedIn(account.get(), held, duties));
    }

    /** The roles to choose from, own before delegated, the wider before the narrower. */
    public List<Assignment> choices(long accountId) {
        return choices(accountId, clock.instant());
    }

    private List<Assignment> choices(long accountId, Instant now) {
        return accounts.assignments(accountId, now).stream()
                .sorted(Comparator.comparing((Assignment held) -> held.delegatedFrom() != null)
                        .thenComparingInt(held -> organizations.depth(held.organizationId()))
                        .thenComparingLong(Assignment::id))
                .toList();
    }

    private SignedIn signedIn(Account account, Assignment held, Set<Duty> duties) {
        return new SignedIn(
                account.id(),
                account.name(),
                account.displayName(),
                held.role(),
                held.id(),
                held.organizationId(),
                narrowed(scope(held.role(), held.organizationId()), held.delegatedOrganizationIds()),
                permissions(held),
                account.locale(),
                duties);
    }

    /** What was lent cannot be lent again. */
    private static Set<Permission> permissions(Assignment held) {
        Set<Permission> permissions = EnumSet.copyOf(held.role().permissions());
        if (held.delegatedFrom() != null) {
            permissions.remove(Permission.ROLE_DELEGATE);
        }
        return permissions;
    }

    /** How far a role reaches when it is held in an organisation. */
    public Scope scope(Role role, String organizationId) {
        return switch (role.reach()) {
            case PROVINCE -> new Scope.Everything();
            case SUBTREE -> organizations.scope(organizationId);
        };
    }

    private Scope narrowed(Scope whole, @Nullable Set<String> to) {
        if (to == null) {
            return whole;
        }
        Set<String> ids = new TreeSet<>();
        for (String id : to) {
            organizations.subtree(id).stream().filter(whole::covers).forEach(ids::add);
        }
        return new Scope.Organizations(ids);
    }
}
