package vn.chieng.api.clocks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.ClockForms.MomentForm;
import vn.chieng.api.clocks.ClockForms.SendingForm;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.detail.IncidentView;

/** The clocks of one incident: moments, proofs of sending, what happened to them. */
@Controller
@RequestMapping("/incidents/{id}/clocks")
final class ClockPages {
    private static final int MOST_LINES = 200;

    private final IncidentView incidents;
    private final ClockViews views;
    private final ClockDuties duties;
    private final ClockStore store;
    private final ClockWork work;
    private final ClockPanel panel;

    ClockPages(
            IncidentView incidents,
            ClockViews views,
            ClockDuties duties,
            ClockStore store,
            ClockWork work,
            ClockPanel panel) {
        this.incidents = incidents;
        this.views = views;
        this.duties = duties;
        this.store = store;
        this.work = work;
        this.panel = panel;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String clocks(@PathVariable long id, SignedIn caller, Locale locale, Model model) {
        return filled(id, caller, locale, model);
    }

    /** The head alone, which the page asks for every minute so that the remaining time is not stale. */
    @GetMapping("/head")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String head(@PathVariable long id, SignedIn caller, Model model) {
        Incident incident = incidents.known(id, caller);
        model.addAttribute("incident", incident);
        model.addAttribute("panel", panel.model(incident, caller));
        return "clocks/panel :: panel";
    }

    @PostMapping("/moment")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String correct(
            @PathVariable long id,
            @ModelAttribute("moment") MomentForm form,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ClockOutcome outcome;
        try {
            outcome = work.correct(
                    id,
                    ClockForms.text(form.event()),
                    ClockForms.time(form.before(), "before"),
                    ClockForms.time(form.at(), "at"),
                    ClockForms.text(form.reason()),
                    caller);
        } catch (IllegalArgumentException e) {
            outcome = new ClockOutcome.Refused(String.valueOf(e.getMessage()));
        }
        return answer(id, "moment", outcome, caller, locale, model, response);
    }

    @PostMapping("/sending")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String send(
            @PathVariable long id,
            @ModelAttribute("sent") SendingForm form,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ClockOutcome outcome;
        try {
            outcome = work.sent(id, List.of(ClockForms.text(form.clock())), form.sending(caller), caller);
        } catch (IllegalArgumentException e) {
            outcome = new ClockOutcome.Refused(String.valueOf(e.getMessage()));
        }
        return answer(id, "sending", outcome, caller, locale, model, response);
    }

    private String answer(
            long id,
            String form,
            ClockOutcome outcome,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return switch (outcome) {
            case ClockOutcome.Done _ -> "redirect:/incidents/" + id + "/clocks";
            case ClockOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ClockOutcome.Stale _ ->
                refused(id, form + ".stale", HttpStatus.CONFLICT, caller, locale, model, response);
            case ClockOutcome.Reserved _ ->
                refused(id, form + ".reserved", HttpStatus.FORBIDDEN, caller, locale, model, response);
            case ClockOutcome.Refused(String field) ->
                refused(id, form + "." + field, HttpStatus.UNPROCESSABLE_CONTENT, caller, locale, model, response);
        };
    }

    private String refused(
            long id,
            String problem,
            HttpStatus status,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("clockProblem", problem);
        return filled(id, caller, locale, model);
    }

    private String filled(long id, SignedIn caller, Locale locale, Model model) {
        Incident incident = incidents.known(id, caller);
        incidents.fill(incident, "clocks", caller, model);
        model.addAttribute("tabTemplate", "clocks/tab");
        model.addAttribute("clocks", views.of(incident, locale));
        model.addAttribute("undecided", views.undecided(incident, locale));
        model.addAttribute("moments", duties.of(incident).moments());
        model.addAttribute("channels", views.channels(incident, locale));
        model.addAttribute("log", store.log(id, MOST_LINES));
        model.addAttribute("mayMoveLater", caller.may(Permission.INCIDENTS_DECIDE));
        return IncidentView.TEMPLATE;
    }
}
