package vn.chieng.api.incidents.queue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.OrganizationCount;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryProblem;

/** Incidents as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents")
final class IncidentController {
    private static final int MOST_HISTORY = 500;

    private final IncidentStore store;
    private final IncidentQueue queue;
    private final Problems problems;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final QueryWords words;

    /** A page of evidence, with how much there is in all. */
    record EvidenceList(List<EvidenceLine> items, long total) {}

    /** Open incidents, counted. */
    record Counts(Map<Severity, Long> bySeverity, List<OrganizationCount> byOrganization) {}

    /** History, latest first. */
    record HistoryList(List<HistoryEntry> items) {}

    IncidentController(
            IncidentStore store,
            IncidentQueue queue,
            Problems problems,
            OrganizationDirectory organizations,
            Clock clock,
            QueryWords words) {
        this.store = store;
        this.queue = queue;
        this.problems = problems;
        this.organizations = organizations;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(@ModelAttribute ListParameters parameters, SignedIn caller) {
        if (parameters.parsed(clock) instanceof ParsedQuery.Wrong(QueryProblem problem)) {
            return words.refused(problem);
        }
        IncidentQuery query;
        try {
            query = parameters.query(clock, organizations::subtree, caller.accountId());
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return ResponseEntity.ok(queue.list(query, Reader.of(caller)));
    }

    @GetMapping("/counts")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> counts(SignedIn caller) {
        return ResponseEntity.ok(
                new Counts(store.openCounts(caller.scope()), store.openCountsByOrganization(caller.scope())));
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> one(@PathVariable long id, SignedIn caller) {
        Optional<Incident> incident = store.find(id, Reader.of(caller));
        return incident.isPresent() ? ResponseEntity.ok(incident.get()) : problems.response(ProblemType.NOT_FOUND);
    }

    @GetMapping("/{id}/evidence")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> evidence(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            SignedIn caller) {
        if (offset < 0 || offset > IncidentStore.MAX_EVIDENCE) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        if (limit < 1 || limit > IncidentQuery.MAX_LIMIT) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        if (store.find(id, Reader.of(caller)).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        return ResponseEntity.ok(new EvidenceList(
                store.evidence(id, Reader.of(caller), offset, limit), store.countEvidence(id, caller.scope())));
    }

    @GetMapping("/{id}/history")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> history(@PathVariable long id, SignedIn caller) {
        if (store.find(id, Reader.of(caller)).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        return ResponseEntity.ok(new HistoryList(store.history(id, caller.scope(), MOST_HISTORY)));
    }
}
