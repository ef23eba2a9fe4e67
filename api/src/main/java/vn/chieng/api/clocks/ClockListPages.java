package vn.chieng.api.clocks;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;

/** All clocks that run, the next to be due first. */
@Controller
final class ClockListPages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 1_000;

    private final ClockStore store;
    private final ClockViews views;
    private final Clock clock;

    ClockListPages(ClockStore store, ClockViews views, Clock clock) {
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    /** A row of the list. */
    record Row(ClockStore.Listed incident, ClockView view) {}

    @GetMapping("/clocks")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Locale locale,
            Model model) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        String chosen = organization == null || organization.isBlank() ? null : organization;
        ClockStore.Query query =
                new ClockStore.Query(chosen, overdue ? clock.instant() : null, (number - 1) * PAGE, PAGE);
        List<Row> rows = store.open(query, caller.scope()).stream()
                .map(each -> new Row(each, views.view(each.clock(), locale)))
                .toList();
        UriComponentsBuilder base = UriComponentsBuilder.fromPath("/clocks");
        if (chosen != null) {
            base.queryParam("organization", chosen);
        }
        if (overdue) {
            base.queryParam("overdue", true);
        }
        model.addAttribute("rows", rows);
        model.addAttribute("organization", chosen);
        model.addAttribute("overdue", overdue);
        model.addAttribute("organizationChoices", store.organizations(caller.scope()));
        model.addAttribute(
                "late", store.countOpen(new ClockStore.Query(chosen, clock.instant(), 0, 1), caller.scope()));
        model.addAttribute(
                "pagination",
                new Pagination(
                        base.encode().toUriString(),
                        rows.size(),
                        store.countOpen(query, caller.scope()),
                        PAGE,
                        number));
        return "clocks/list";
    }
}
