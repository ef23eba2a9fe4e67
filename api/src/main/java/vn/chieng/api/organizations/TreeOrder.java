package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;

/** Brings rows into the order of the tree, children after their parent, and tells how deep each stands below the top of the scope. */
@Component
final class TreeOrder {
    private final OrganizationDirectory directory;

    /** A row at its place; depth 0 is the top of what the caller sees. */
    record Placed(OrganizationRow row, int depth) {}

    /** A choice in a list of bodies. */
    record Choice(Organization organization, int depth) {
        /** The name in a language, indented by its depth. */
        public String label(Locale locale) {
            return "\u00A0\u00A0\u00A0".repeat(depth) + organization.name(locale);
        }
    }

    TreeOrder(OrganizationDirectory directory) {
        this.directory = directory;
    }

    List<Placed> placed(List<OrganizationRow> rows, Scope scope) {
        List<Organization> seen = directory.within(scope);
        Map<String, Integer> places = new HashMap<>();
        seen.forEach(organization -> places.put(organization.id(), places.size()));
        int top = top(seen);
        return rows.stream()
                .sorted(Comparator.<OrganizationRow, Integer>comparing(
                                row -> places.getOrDefault(row.organization().id(), Integer.MAX_VALUE))
                        .thenComparing(row -> row.organization().id()))
                .map(row -> new Placed(
                        row, Math.max(0, directory.depth(row.organization().id()) - top)))
                .toList();
    }

    /** All bodies that exist on the day, to choose one from. */
    List<Choice> choices(Scope scope, LocalDate day) {
        List<Organization> seen = directory.within(scope);
        int top = top(seen);
        return seen.stream()
                .filter(organization -> organization.existsOn(day))
                .map(organization -> new Choice(organization, Math.max(0, directory.depth(organization.id()) - top)))
                .toList();
    }

    private int top(List<Organization> seen) {
        return seen.stream()
                .mapToInt(organization -> directory.depth(organization.id()))
                .min()
                .orElse(0);
    }
}
