package vn.chieng.api.incidents.detail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.work.Escalations;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Asking those who may decide, and their answer, as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/escalation")
final class EscalationController {
    private final Escalations escalations;
    private final IncidentView view;
    private final WorkAnswers answers;

    /** The version the caller saw, and why they ask or what they answer. */
    record Said(int version, @Nullable String note) {}

    EscalationController(Escalations escalations, IncidentView view, WorkAnswers answers) {
        this.escalations = escalations;
        this.view = view;
        this.answers = answers;
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> escalate(@PathVariable long id, @RequestBody Said said, SignedIn caller) {
        String note = said.note();
        WorkOutcome outcome = note != null && EscalationPages.isStated(note)
                ? escalations.escalate(id, said.version(), note, caller)
                : new WorkOutcome.Refused(view.known(id, caller), "note");
        return answers.json(outcome, Map.of("version", said.version()));
    }

    @PostMapping("/answer")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> answer(@PathVariable long id, @RequestBody Said said, SignedIn caller) {
        String note = said.note();
        WorkOutcome outcome = note != null && EscalationPages.isStated(note)
                ? escalations.answer(id, said.version(), note, caller)
                : new WorkOutcome.Refused(view.known(id, caller), "note");
        return answers.json(outcome, Map.of("version", said.version()));
    }
}
