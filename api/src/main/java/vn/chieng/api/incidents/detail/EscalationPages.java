package vn.chieng.api.incidents.detail;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.work.Escalations;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;

/** The forms by which people ask those who may decide, and these answer. */
@Controller
@RequestMapping("/incidents/{id}/escalation")
final class EscalationPages {
    private final Escalations escalations;
    private final IncidentView view;
    private final WorkAnswers answers;

    EscalationPages(Escalations escalations, IncidentView view, WorkAnswers answers) {
        this.escalations = escalations;
        this.view = view;
        this.answers = answers;
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String escalate(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        WorkOutcome outcome = isStated(note) ? escalations.escalate(id, version, note, caller) : unstated(id, caller);
        return answers.page(outcome, "incidents.escalate", caller, model, response);
    }

    @PostMapping("/answer")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String answer(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        WorkOutcome outcome = isStated(note) ? escalations.answer(id, version, note, caller) : unstated(id, caller);
        return answers.page(outcome, "incidents.escalation.answer", caller, model, response);
    }

    static boolean isStated(String note) {
        return !note.isBlank() && note.length() <= Move.MAX_NOTE;
    }

    private WorkOutcome unstated(long id, SignedIn caller) {
        return new WorkOutcome.Refused(view.known(id, caller), "note");
    }
}
