package vn.chieng.api.incidents.merging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.detail.WorkAnswers;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Merging and splitting as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class MergingController {
    private final IncidentStore store;
    private final Merging merging;
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

    /** The incident's own signals. */
    record SignalList(List<Merging.SignalRow> items) {}

    MergingController(IncidentStore store, Merging merging, WorkAnswers answers, Problems problems) {
        this.store = store;
        this.merging = merging;
        this.answers = answers;
        this.problems = problems;
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
                Map.of("version", body.version(), "state", IncidentState.MERGED));
    }

    @PostMapping("/unmerge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> unmerge(@PathVariable long id, @RequestBody UnmergeBody body, SignedIn caller) {
        return isLong(body.note())
                ? problems.response(ProblemType.BAD_REQUEST, "note")
                : answers.json(
                        merging.unmerge(id, body.version(), text(body.note()), caller),
                        Map.of("version", body.version()));
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
                        Map.of("version", body.version()));
    }

    private static boolean isLong(@Nullable String note) {
        return note != null && note.length() > Move.MAX_NOTE;
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note;
    }
}
