package vn.chieng.api.incidents.observables;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Observables of an incident as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/observables")
final class ObservableController {
    private final ObservableStore observables;
    private final IncidentStore incidents;
    private final Problems problems;

    /** An observable as wanted; without a type it is guessed. */
    record ObservableBody(
            @Nullable ObservableType type,
            @Nullable String value,
            @Nullable Tlp tlp,
            @Nullable Boolean indicator,
            @Nullable String note) {}

    /** All of an incident, those of its evidence included. */
    record SightedList(List<Sighted> items) {}

    ObservableController(ObservableStore observables, IncidentStore incidents, Problems problems) {
        this.observables = observables;
        this.incidents = incidents;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(@PathVariable long id, SignedIn caller) {
        Reader reader = Reader.of(caller);
        return incidents.find(id, reader).isEmpty()
                ? problems.response(ProblemType.NOT_FOUND)
                : ResponseEntity.ok(new SightedList(observables.sighted(id, reader)));
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> add(@PathVariable long id, @RequestBody ObservableBody body, SignedIn caller) {
        if (incidents.find(id, Reader.of(caller)).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        String value = body.value();
        String note = body.note();
        if (value == null || value.isBlank()) {
            return problems.response(ProblemType.BAD_REQUEST, "value");
        }
        if (note != null && note.length() > Move.MAX_NOTE) {
            return problems.response(ProblemType.BAD_REQUEST, "note");
        }
        Tlp tlp = body.tlp();
        return answer(observables.add(
                id,
                new ObservableStore.Draft(
                        body.type(), value, tlp == null ? Tlp.AMBER : tlp, Boolean.TRUE.equals(body.indicator()), note),
                caller));
    }

    @DeleteMapping("/{observable}")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> remove(@PathVariable long id, @PathVariable long observable, SignedIn caller) {
        return answer(observables.remove(id, observable, caller));
    }

    private ResponseEntity<?> answer(ObservableOutcome outcome) {
        return switch (outcome) {
            case ObservableOutcome.Done(Observable observable) -> ResponseEntity.ok(observable);
            case ObservableOutcome.NoValue _ -> problems.response(ProblemType.BAD_REQUEST, "type");
            case ObservableOutcome.TooMany _ -> problems.response(ProblemType.BAD_REQUEST, "observables");
            case ObservableOutcome.Unknown _ -> problems.response(ProblemType.NOT_FOUND);
        };
    }
}
