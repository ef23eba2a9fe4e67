package vn.chieng.api.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Who may give which role to whom where; looks at nothing but its arguments and the tree of organisations. */
@Component
public final class GrantRules {
    private final OrganizationDirectory organizations;
    private final IdentitySettings settings;

    public GrantRules(OrganizationDirectory organizations, IdentitySettings settings) {
        this.organizations = organizations;
        this.settings = settings;
    }

    /** Why the caller may not give it; empty where they may. */
    public Optional<Refusal> granting(SignedIn by, Account to, Role role, String organizationId) {
        Optional<Refusal> unreachable = reaching(by, to.id(), role, organizationId);
        if (unreachable.isPresent()) {
            return unreachable;
        }
        if (to.disabled()) {
            return Optional.of(Refusal.DISABLED);
        }
        return suits(to.kind(), role) ? Optional.empty() : Optional.of(Refusal.KIND);
    }

    /** Why the caller may not take it away, or decide in a review that it stays; empty where they may. */
    public Optional<Refusal> reaching(SignedIn by, long holder, Role role, String organizationId) {
        if (by.accountId() == holder) {
            return Optional.of(Refusal.OWN_ACCOUNT);
        }
        if (organizations.find(organizationId).isEmpty() || !by.scope().covers(organizationId)) {
            return Optional.of(Refusal.UNKNOWN_ORGANIZATION);
        }
        return switch (role.reach()) {
            case SUBTREE -> Optional.empty();
            case PROVINCE ->
                by.scope() instanceof Scope.Everything ? Optional.empty() : Optional.of(Refusal.PROVINCE_ROLE);
        };
    }

    /** Whether accounts of this kind may hold the role. */
    public boolean suits(AccountKind kind, Role role) {
        return settings.mixedKinds() || kind.suits(role);
    }
}
