package vn.chieng.api.clocks;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.law.clocks.Moment;

/** Clocks as JSON: {@code docs/formats/clocks.md}. */
@RestController
@RequestMapping("/api/v1")
final class ClockController {
    private static final int MOST = 200;

    private final ClockStore store;
    private final ClockViews views;
    private final ClockDuties duties;
    private final IncidentRegister incidents;
    private final Problems problems;
    private final Clock clock;

    ClockController(
            ClockStore store,
            ClockViews views,
            ClockDuties duties,
            IncidentRegister incidents,
            Problems problems,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.duties = duties;
        this.incidents = incidents;
        this.problems = problems;
        this.clock = clock;
    }

    /** Clocks that run or wait for a closing report, the next to be due first. */
    record ClockList(List<ClockStore.Listed> items, long total) {}

    /** The clocks of an incident. */
    record IncidentClockFile(
            Map<String, Moment> moments,
            List<ClockView> clocks,
            List<ClockViews.UndecidedView> undecided,
            List<ClockStore.LogLine> log) {}

    @GetMapping("/clocks")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> open(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            SignedIn caller) {
        if (limit < 1 || limit > MOST) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        if (offset < 0) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        ClockStore.Query query = new ClockStore.Query(organization, overdue ? clock.instant() : null, offset, limit);
        return ResponseEntity.ok(
                new ClockList(store.open(query, caller.scope()), store.countOpen(query, caller.scope())));
    }

    @GetMapping("/incidents/{id}/clocks")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> ofIncident(@PathVariable long id, SignedIn caller, Locale locale) {
        Optional<Incident> incident = incidents.find(id, Reader.of(caller));
        return incident.isEmpty()
                ? problems.response(ProblemType.NOT_FOUND)
                : ResponseEntity.ok(new IncidentClockFile(
                        duties.of(incident.get()).moments(),
                        views.of(incident.get(), locale),
                        views.undecided(incident.get(), locale),
                        store.log(id, MOST)));
    }
}
