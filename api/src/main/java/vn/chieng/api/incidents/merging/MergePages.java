package vn.chieng.api.incidents.merging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.detail.IncidentView;
import vn.chieng.api.incidents.detail.WorkAnswers;
import vn.chieng.api.incidents.related.RelatedIncidents;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Incidents that have to do with this one: merging into them, taking apart, splitting. */
@Controller
@RequestMapping("/incidents/{id}")
final class MergePages {
    private static final int MOST_RELATED = 25;

    /** The tabs whose things the other incident shows as well once they are merged. */
    private static final Set<String> COMING_ALONG = Set.of("evidence", "observables", "tasks");

    private final Merging merging;
    private final RelatedIncidents related;
    private final IncidentRegister incidents;
    private final IncidentView view;
    private final WorkAnswers answers;

    MergePages(
            Merging merging,
            RelatedIncidents related,
            IncidentRegister incidents,
            IncidentView view,
            WorkAnswers answers) {
        this.merging = merging;
        this.related = related;
        this.incidents = incidents;
        this.view = view;
        this.answers = answers;
    }

    @GetMapping("/related")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String related(@PathVariable long id, SignedIn caller, Model model) {
        Incident incident = view.known(id, caller);
        view.fill(incident, "related", caller, model);
        Reader reader = Reader.of(caller);
        model.addAttribute("related", related.of(incident, reader, MOST_RELATED));
        model.addAttribute(
                "parts",
                merging.parts(id, caller.scope()).stream()
                        .map(part -> part.shownTo(reader))
                        .toList());
        model.addAttribute("signals", merging.signals(id, caller.scope()));
        model.addAttribute("comingAlong", COMING_ALONG);
        return IncidentView.TEMPLATE;
    }

    /** {@code into} is the number that people call the other by. */
    @PostMapping("/merge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String merge(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Incident incident = view.known(id, caller);
        checkLength(note);
        WorkOutcome outcome = incidents
                .find(into.strip(), Reader.of(caller))
                .map(target -> merging.merge(id, version, target.id(), note, caller))
                .orElseGet(() -> new WorkOutcome.Refused(incident, MergeDecision.INTO));
        return answers.page(outcome, "incidents.merge", caller, model, response);
    }

    @PostMapping("/unmerge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String unmerge(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        checkLength(note);
        WorkOutcome outcome = merging.unmerge(id, version, note, caller);
        return answers.page(outcome, "incidents.unmerge", caller, model, response);
    }

    @PostMapping("/split")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String split(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable List<String> signal,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        checkLength(note);
        WorkOutcome outcome = merging.split(id, version, signal == null ? Set.of() : Set.copyOf(signal), note, caller);
        return answers.page(outcome, "incidents.split", caller, model, response);
    }

    private static void checkLength(String note) {
        if (note.length() > Move.MAX_NOTE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "note");
        }
    }
}
