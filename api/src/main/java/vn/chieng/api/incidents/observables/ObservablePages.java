package vn.chieng.api.incidents.observables;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.detail.IncidentView;
import vn.chieng.api.incidents.work.Move;

/** The observables of an incident. */
@Controller
@RequestMapping("/incidents/{id}/observables")
final class ObservablePages {
    private final ObservableStore observables;
    private final IncidentView view;

    /** An observable as typed; without a type it is guessed. */
    record ObservableForm(
            @Nullable String type,
            @Nullable String value,
            @Nullable Tlp tlp,
            @Nullable Boolean indicator,
            @Nullable String note) {}

    ObservablePages(ObservableStore observables, IncidentView view) {
        this.observables = observables;
        this.view = view;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(@PathVariable long id, SignedIn caller, Model model) {
        return filled(id, caller, model);
    }

    private String filled(long id, SignedIn caller, Model model) {
        view.fill(view.known(id, caller), "observables", caller, model);
        model.addAttribute("sighted", observables.sighted(id, Reader.of(caller)));
        model.addAttribute("types", ObservableType.values());
        model.addAttribute("tlps", Tlp.values());
        return IncidentView.TEMPLATE;
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String add(
            @PathVariable long id,
            @ModelAttribute("typed") ObservableForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        String value = form.value();
        String note = form.note();
        if (value == null || value.isBlank() || (note != null && note.length() > Move.MAX_NOTE)) {
            return refused(id, "value", caller, model, response);
        }
        String code = form.type();
        Tlp tlp = form.tlp();
        var draft = new ObservableStore.Draft(
                code == null ? null : ObservableType.of(code).orElse(null),
                value,
                tlp == null ? Tlp.AMBER : tlp,
                Boolean.TRUE.equals(form.indicator()),
                note == null || note.isBlank() ? null : note);
        return answer(id, observables.add(id, draft, caller), caller, model, response);
    }

    @PostMapping("/{observable}/remove")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable long id,
            @PathVariable long observable,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return answer(id, observables.remove(id, observable, caller), caller, model, response);
    }

    private String answer(
            long id, ObservableOutcome outcome, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case ObservableOutcome.Done _ -> "redirect:/incidents/" + id + "/observables";
            case ObservableOutcome.NoValue _ -> refused(id, "type", caller, model, response);
            case ObservableOutcome.TooMany _ -> refused(id, "many", caller, model, response);
            case ObservableOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String refused(long id, String field, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("observableProblem", field);
        return filled(id, caller, model);
    }
}
