package vn.chieng.api.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Shown;
import vn.chieng.api.coverage.FactKind;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.Span;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.organizations.OrganizationRegister;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;

/** One unit: how far it is covered, its systems, its incidents, what is overdue. */
@Controller
final class UnitPages {
    private static final Duration SPAN = Duration.ofDays(30);

    private final OverviewFigures figures;
    private final KpiTiles tiles;
    private final Decisions decisions;
    private final SystemRegister systems;
    private final OrganizationDirectory directory;
    private final OrganizationRegister register;
    private final MessageSource messages;
    private final Shown shown;
    private final Clock clock;

    UnitPages(
            OverviewFigures figures,
            KpiTiles tiles,
            Decisions decisions,
            SystemRegister systems,
            OrganizationDirectory directory,
            OrganizationRegister register,
            MessageSource messages,
            Shown shown,
            Clock clock) {
        this.figures = figures;
        this.tiles = tiles;
        this.decisions = decisions;
        this.systems = systems;
        this.directory = directory;
        this.register = register;
        this.messages = messages;
        this.shown = shown;
        this.clock = clock;
    }

    /** Takes the official code of five digits as well as the key of the organisation. */
    @GetMapping("/overview/communes/{code}")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    String unit(@PathVariable String code, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Organization unit = known(code, caller.scope());
        Instant now = clock.instant();
        Overview overview =
                figures.of(new Span(now.minus(SPAN), now), new Scope.Organizations(within(unit, caller)), caller);
        String name = shown.text(unit.name(locale));
        model.addAttribute("overview", overview);
        model.addAttribute("named", name);
        model.addAttribute("unitId", unit.id());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/overview", messages.getMessage("overview.title", null, locale)),
                        new Crumb("", name)));
        model.addAttribute("kpis", tiles.of(overview, caller, locale));
        model.addAttribute("decisions", decisions.of(overview, caller, locale));
        model.addAttribute(
                "body",
                overview.bodies().stream()
                        .filter(each -> each.organization().id().equals(unit.id()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("kinds", FactKind.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("trend", new TrendChart(overview.weeks()));
        model.addAttribute("systems", caller.may(Permission.SYSTEMS_READ) ? systems(unit, caller) : List.of());
        model.addAttribute("mayRead", caller.may(Permission.INCIDENTS_READ));
        return "overview/unit";
    }

    private Set<String> within(Organization unit, SignedIn caller) {
        return directory.subtree(unit.id()).stream()
                .filter(caller.scope()::covers)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<RegisteredSystem> systems(Organization unit, SignedIn caller) {
        return systems.list(SystemQuery.ALL, new Scope.Organizations(within(unit, caller))).stream()
                .filter(system -> system.status() != SystemStatus.RETIRED)
                .toList();
    }

    private Organization known(String code, Scope scope) {
        Optional<Organization> byId = directory.find(code).filter(found -> scope.covers(found.id()));
        return byId.or(() -> register.entries(scope).stream()
                        .filter(entry -> entry.codes().stream()
                                .anyMatch(each -> each.value().equals(code)))
                        .map(entry -> entry.organization())
                        .findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
