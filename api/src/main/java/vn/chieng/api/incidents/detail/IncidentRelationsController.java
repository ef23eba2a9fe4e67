package vn.chieng.api.incidents.detail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.related.Related;
import vn.chieng.api.incidents.related.RelatedIncidents;
import vn.chieng.api.incidents.timeline.Timeline;
import vn.chieng.api.incidents.timeline.TimelineEntry;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** An incident's timeline and its relations as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class IncidentRelationsController {
    private static final int MOST = 500;
    private static final int MOST_RELATED = 50;

    private final IncidentStore store;
    private final Timeline timeline;
    private final RelatedIncidents related;
    private final Problems problems;

    /** The timeline, latest first. */
    record TimelineList(List<TimelineEntry> items) {}

    /** Related incidents, the likest first. */
    record RelatedList(List<Related> items) {}

    IncidentRelationsController(IncidentStore store, Timeline timeline, RelatedIncidents related, Problems problems) {
        this.store = store;
        this.timeline = timeline;
        this.related = related;
        this.problems = problems;
    }

    @GetMapping("/timeline")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> timeline(
            @PathVariable long id, @RequestParam(required = false) @Nullable String source, SignedIn caller) {
        TimelineEntry.Source only = Stream.of(TimelineEntry.Source.values())
                .filter(each -> each.code().equals(source == null ? "" : source.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        Reader reader = Reader.of(caller);
        return store.find(id, reader)
                .<ResponseEntity<?>>map(
                        incident -> ResponseEntity.ok(new TimelineList(timeline.of(incident, reader, only, MOST))))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @GetMapping("/related")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> related(@PathVariable long id, SignedIn caller) {
        Reader reader = Reader.of(caller);
        return store.find(id, reader)
                .<ResponseEntity<?>>map(
                        incident -> ResponseEntity.ok(new RelatedList(related.of(incident, reader, MOST_RELATED))))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }
}
