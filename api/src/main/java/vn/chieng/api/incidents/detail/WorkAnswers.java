package vn.chieng.api.incidents.detail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.ClosingBlock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Turns what became of a change into an answer: JSON for REST, a page that overwrites nothing for people. */
@Component
public final class WorkAnswers {
    private final Problems problems;
    private final IncidentOverview overview;
    private final IncidentStore store;

    WorkAnswers(Problems problems, IncidentOverview overview, IncidentStore store) {
        this.problems = problems;
        this.overview = overview;
        this.store = store;
    }

    /** For REST; {@code yours} is what the caller wanted, told back with a conflict. */
    public ResponseEntity<?> json(WorkOutcome outcome, Map<String, Object> yours) {
        return switch (outcome) {
            case WorkOutcome.Done(Incident incident) -> ResponseEntity.ok(incident);
            case WorkOutcome.Stale(Incident current) ->
                problems.response(
                        ProblemType.VERSION_CONFLICT,
                        Map.of("yours", yours, "current", summary(current)),
                        yours.getOrDefault("version", "?"),
                        current.version());
            case WorkOutcome.WrongState(Incident current) ->
                problems.response(
                        ProblemType.STATE_CONFLICT,
                        Map.of("current", summary(current)),
                        current.state().code(),
                        yours.getOrDefault("state", "?"));
            case WorkOutcome.AssignedElsewhere(Incident current) ->
                problems.response(ProblemType.ASSIGNED_ELSEWHERE, Map.of("current", summary(current)));
            case WorkOutcome.Reserved _ -> problems.response(ProblemType.NOT_PERMITTED);
            case WorkOutcome.Incomplete(var _, var missing) ->
                problems.response(
                        ProblemType.BAD_REQUEST,
                        String.join(
                                ", ",
                                missing.stream()
                                        .map(IncidentState.Requirement::field)
                                        .sorted()
                                        .toList()));
            case WorkOutcome.Refused(var _, String field) -> problems.response(ProblemType.BAD_REQUEST, field);
            case WorkOutcome.Blocked(var _, var blocks) ->
                problems.response(
                        ProblemType.CLOSING_BLOCKED,
                        Map.of("blocks", blocks.stream().map(ClosingBlock::path).toList()),
                        blocks.size());
            case WorkOutcome.OpenElsewhere _ -> problems.response(ProblemType.OPEN_INCIDENT_EXISTS);
            case WorkOutcome.Unknown _ -> problems.response(ProblemType.NOT_FOUND);
        };
    }

    private static Map<String, Object> summary(Incident current) {
        String assignee = current.assigneeName();
        return Map.of(
                "version", current.version(),
                "state", current.state(),
                "severity", current.severity(),
                "assignee", assignee == null ? "" : assignee);
    }

    /** For pages; {@code wantedKey} is the bundle key of what the person wanted. */
    public String page(
            WorkOutcome outcome, String wantedKey, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case WorkOutcome.Done(Incident incident) -> "redirect:/incidents/" + incident.id();
            case WorkOutcome.Stale(Incident current) ->
                again(current, "stale", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            case WorkOutcome.WrongState(Incident current) ->
                again(current, "state", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            case WorkOutcome.OpenElsewhere(Incident current) ->
                again(current, "elsewhere", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            case WorkOutcome.AssignedElsewhere(Incident current) ->
                again(current, "assigned", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            case WorkOutcome.Reserved(Incident current) ->
                again(current, "reserved", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            case WorkOutcome.Incomplete(Incident current, var missing) -> {
                model.addAttribute("missing", missing);
                yield again(
                        current, "incomplete", wantedKey, HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response);
            }
            case WorkOutcome.Refused(Incident current, String field) ->
                again(
                        current,
                        "refused-" + field,
                        wantedKey,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        caller,
                        model,
                        response);
            case WorkOutcome.Blocked(Incident current, var blocks) -> {
                model.addAttribute("blocks", blocks);
                yield again(current, "blocked", wantedKey, HttpStatus.CONFLICT, caller, model, response);
            }
            case WorkOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String again(
            Incident current,
            String kind,
            String wantedKey,
            HttpStatus status,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("conflict", kind);
        model.addAttribute("wanted", wantedKey);
        model.addAttribute("changed", store.history(current.id(), caller.scope(), 1));
        return overview.fill(current, null, caller, model);
    }
}
