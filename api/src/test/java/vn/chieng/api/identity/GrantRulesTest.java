package vn.chieng.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.organizations.OrganizationKind;

/** The whole table of who may give what to whom where, against rules written down a second time. */
class GrantRulesTest {
    /** Child and its parent: province, department with a unit, ward. */
    private static final Map<String, String> PARENTS =
            Map.of("province", "", "department", "province", "unit", "department", "ward", "province");

    /** Written from the words of the requirement, not from the code: these reach everything. */
    private static final Set<String> WHOLE_PROVINCE =
            Set.of("APPRAISER", "ANALYST", "SOC_LEAD", "DRILL_COORDINATOR", "AUDITOR", "LEGAL_EDITOR");

    private final Tree tree = new Tree();

    @Test
    void whoMayGiveWhatToWhomWhereIsTheWholeTable() {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (boolean mixed : List.of(false, true)) {
            GrantRules rules = new GrantRules(tree, settings(mixed));
            for (String seat : PARENTS.keySet()) {
                for (boolean own : List.of(false, true)) {
                    for (boolean disabled : List.of(false, true)) {
                        for (AccountKind kind : AccountKind.values()) {
                            for (Role role : Role.values()) {
                                for (String where : List.of("province", "department", "unit", "ward", "nowhere")) {
                                    boolean expected = oracle(mixed, seat, own, disabled, kind, role.name(), where);
                                    Optional<Refusal> said = rules.granting(
                                            administrator(seat), account(own ? 7 : 8, kind, disabled), role, where);
                                    cases++;
                                    if (said.isEmpty() != expected) {
                                        wrong.add(seat + " own=" + own + " " + kind + " " + role + " " + where + ": "
                                                + said);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(2 * 4 * 2 * 2 * 4 * Role.values().length * 5);
    }

    private static boolean oracle(
            boolean mixed, String seat, boolean own, boolean disabled, AccountKind kind, String role, String where) {
        if (own || disabled || where.equals("nowhere")) {
            return false;
        }
        boolean below = false;
        for (String at = where; !at.isEmpty(); at = PARENTS.get(at)) {
            below |= at.equals(seat);
        }
        if (!below || (WHOLE_PROVINCE.contains(role) && !seat.equals("province"))) {
            return false;
        }
        boolean administration = role.equals("ADMINISTRATOR");
        return mixed || administration == (kind == AccountKind.ADMINISTRATOR);
    }

    private SignedIn administrator(String seat) {
        return new SignedIn(
                7,
                "admin",
                "Quản trị",
                Role.ADMINISTRATOR,
                1,
                seat,
                tree.scope(seat),
                Role.ADMINISTRATOR.permissions(),
                "vi",
                Set.of());
    }

    private static Account account(long id, AccountKind kind, boolean disabled) {
        return new Account(id, "n", "N", kind, null, null, "ward", "vi", disabled, null, false, Instant.EPOCH, null, 1);
    }

    private static IdentitySettings settings(boolean mixed) {
        return new IdentitySettings(
                mixed,
                Duration.ofDays(45),
                Duration.ofDays(7),
                Duration.ofDays(365),
                Period.ofMonths(6),
                Duration.ofDays(30),
                false);
    }

    /** Four organisations. */
    private static final class Tree implements OrganizationDirectory {
        @Override
        public Optional<Organization> find(String id) {
            return PARENTS.containsKey(id)
                    ? Optional.of(
                            new Organization(id, null, OrganizationKind.UNIT, id, null, false, null, null, null, 1))
                    : Optional.empty();
        }

        @Override
        public String name(String id, Locale locale) {
            return id;
        }

        @Override
        public Organization root() {
            return find("province").orElseThrow();
        }

        @Override
        public Set<String> subtree(String id) {
            Set<String> below = new TreeSet<>();
            for (String each : PARENTS.keySet()) {
                for (String at = each; !at.isEmpty(); at = PARENTS.get(at)) {
                    if (at.equals(id)) {
                        below.add(each);
                    }
                }
            }
            return below;
        }

        @Override
        public Scope scope(String id) {
            return id.equals("province") ? new Scope.Everything() : new Scope.Organizations(subtree(id));
        }

        @Override
        public List<Organization> within(Scope scope) {
            return PARENTS.keySet().stream()
                    .filter(scope::covers)
                    .map(id -> find(id).orElseThrow())
                    .toList();
        }

        @Override
        public int depth(String id) {
            return id.equals("province") ? 0 : 1;
        }
    }
}
