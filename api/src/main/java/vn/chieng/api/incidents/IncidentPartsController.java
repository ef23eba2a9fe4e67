package vn.chieng.api.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.merging.Merging;
import vn.chieng.api.incidents.related.Related;
import vn.chieng.api.incidents.related.RelatedIncidents;
import vn.chieng.api.incidents.timeline.Timeline;
import vn.chieng.api.incidents.timeline.TimelineEntry;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** An incident's timeline, its relations, merging and splitting as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class IncidentPartsController {
    private static final int MOST = 500;
    private static final int MOST_RELATED = 50;

    private final IncidentStore store;
    private final Merging merging;
    private final Timeline timeline;
    private final RelatedIncidents related;
    private final WorkAnswers answers;
    private final Problems problems;

    /** Into which incident. */
    record MergeBody(
            int version, @Nullable Long into, @Nullable String note) {}

    /** Taking a merge apart. */
    record UnmergeBody(int version, @Nullable String note) {}

    /** Which signals become an incident of their own. */
    record SplitBody(
            int version,
            @Nullable Set<String> signals,
            @Nullable String note) {}

    /** The timeline, latest first. */
    record TimelineList(List<TimelineEntry> items) {}

    /** Related incidents, the likest first. */
    record RelatedList(List<Related> items) {}

    /** The incident's own signals. */
    record SignalList(List<Merging.SignalRow> items) {}

    IncidentPartsController(
            IncidentStore store,
            Merging merging,
            Timeline timeline,
            RelatedIncidents related,
            WorkAnswers answers,
            Problems problems) {
        this.store = store;
        this.merging = merging;
        this.timeline = timeline;
        this.related = related;
        this.answers = answers;
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

    @GetMapping("/signals")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> signals(@PathVariable long id, SignedIn caller) {
        return store.find(id, Reader.of(caller)).isEmpty()
                ? problems.response(ProblemType.NOT_FOUND)
                : ResponseEntity.ok(new SignalList(merging.signals(id, caller.scope())));
    }

    @PostMapping("/merge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> merge(@PathVariable long id, @RequestBody MergeBody body, SignedIn caller) {
        Long into = body.into();
        if (store.find(id, Reader.of(caller)).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        if (into == null || isLong(body.note())) {
            return problems.response(ProblemType.BAD_REQUEST, into == null ? "into" : "note");
        }
        return answers.json(
                merging.merge(id, body.version(), into, text(body.note()), caller),
                java.util.Map.of("version", body.version(), "state", IncidentState.MERGED));
    }

    @PostMapping("/unmerge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> unmerge(@PathVariable long id, @RequestBody UnmergeBody body, SignedIn caller) {
        return isLong(body.note())
                ? problems.response(ProblemType.BAD_REQUEST, "note")
                : answers.json(
                        merging.unmerge(id, body.version(), text(body.note()), caller),
                        java.util.Map.of("version", body.version()));
    }

    @PostMapping("/split")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> split(@PathVariable long id, @RequestBody SplitBody body, SignedIn caller) {
        Set<String> signals = body.signals();
        return isLong(body.note())
                ? problems.response(ProblemType.BAD_REQUEST, "note")
                : answers.json(
                        merging.split(
                                id, body.version(), signals == null ? Set.of() : signals, text(body.note()), caller),
                        java.util.Map.of("version", body.version()));
    }

    private static boolean isLong(@Nullable String note) {
        return note != null && note.length() > Move.MAX_NOTE;
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note;
    }
}
