package vn.chieng.api.incidents;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** Counts for leaders: how many incidents are open, where, how bad; nothing of a single one. */
@Controller
final class OverviewPage {
    private final IncidentStore store;

    OverviewPage(IncidentStore store) {
        this.store = store;
    }

    @GetMapping("/overview")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    String overview(SignedIn caller, Model model) {
        List<OrganizationCount> counts = store.openCountsByOrganization(caller.scope()).stream()
                .sorted(Comparator.comparingLong((OrganizationCount count) -> count.of(Severity.M1))
                        .thenComparingLong(count -> count.of(Severity.M2))
                        .thenComparingLong(OrganizationCount::total)
                        .reversed()
                        .thenComparing(OrganizationCount::organizationId))
                .toList();
        model.addAttribute("bySeverity", store.openCounts(caller.scope()));
        model.addAttribute("byOrganization", counts);
        model.addAttribute("severities", Severity.values());
        model.addAttribute("mayRead", caller.may(Permission.INCIDENTS_READ));
        return "incidents/overview";
    }
}
