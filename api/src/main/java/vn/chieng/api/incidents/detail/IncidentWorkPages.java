package vn.chieng.api.incidents.detail;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.presence.Watching;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;

/** The forms by which people work on one incident. */
@Controller
@RequestMapping("/incidents/{id}")
final class IncidentWorkPages {
    private final IncidentStore store;
    private final IncidentWork work;
    private final Handlers handlers;
    private final Watching watching;
    private final IncidentView view;
    private final IncidentOverview overview;
    private final WorkAnswers answers;

    /** A move as typed. */
    record MoveForm(
            int version,
            @Nullable IncidentState to,
            @Nullable CloseReason reason,
            @Nullable String note,
            @Nullable String group,
            @Nullable String cause,
            @Nullable String causeUnknown) {}

    IncidentWorkPages(
            IncidentStore store,
            IncidentWork work,
            Handlers handlers,
            Watching watching,
            IncidentView view,
            IncidentOverview overview,
            WorkAnswers answers) {
        this.store = store;
        this.work = work;
        this.handlers = handlers;
        this.watching = watching;
        this.view = view;
        this.overview = overview;
        this.answers = answers;
    }

    @PostMapping("/acknowledge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String acknowledge(
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return moved(id, Move.acknowledge(version), caller, model, response);
    }

    @PostMapping("/move")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String move(
            @PathVariable long id,
            @ModelAttribute("typed") MoveForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        IncidentState to = form.to();
        if (to == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "to");
        }
        CloseReason reason = to == IncidentState.DISMISSED ? form.reason() : null;
        try {
            var move =
                    new Move(to, form.version(), reason, form.note(), form.group(), form.cause(), form.causeUnknown());
            return moved(id, move, caller, model, response);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    private String moved(long id, Move move, SignedIn caller, Model model, HttpServletResponse response) {
        String wanted = "incidents.state." + move.to().code();
        return answers.page(work.move(id, move, caller), wanted, caller, model, response);
    }

    /** {@code account} is empty to let it go. */
    @PostMapping("/assign")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String assign(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long account,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Handler to = account == null
                ? null
                : handlers.find(account)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "account"));
        return answers.page(work.assign(id, version, to, caller), "incidents.assign", caller, model, response);
    }

    @PostMapping("/severity")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String severity(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Severity severity,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        if (note.isBlank() || note.length() > Move.MAX_NOTE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("conflict", "refused-note");
            model.addAttribute("wanted", "incidents.severity." + severity);
            return overview.fill(view.known(id, caller), null, caller, model);
        }
        return answers.page(
                work.severity(id, version, severity, note, caller),
                "incidents.severity." + severity,
                caller,
                model,
                response);
    }

    @PostMapping("/undo")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String undo(
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return answers.page(work.undo(id, version, caller), "incidents.undo", caller, model, response);
    }

    @PostMapping("/watch")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String watch(@PathVariable long id, @RequestParam(defaultValue = "true") boolean watch, SignedIn caller) {
        if (!watching.watch(id, watch, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/incidents/" + id;
    }

    @PostMapping("/comments")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String comment(
            @PathVariable long id,
            @RequestParam String text,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        if (text.isBlank() || text.length() > Move.MAX_NOTE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("commentRefused", true);
            model.addAttribute("text", text);
            return overview.fill(view.known(id, caller), null, caller, model);
        }
        if (!store.comment(id, text, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/incidents/" + id;
    }
}
