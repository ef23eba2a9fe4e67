package vn.chieng.api.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.organizations.OrganizationDirectory;

/** The queue, the quick view and the incident's page. */
@Controller
final class IncidentPages {
    private static final int MOST_HISTORY = 200;
    private static final int EVIDENCE_PAGE = 50;
    private static final int QUICK_EVIDENCE = 5;
    private static final int MOST_AT_ONCE = 100;

    private final IncidentStore store;
    private final OrganizationDirectory organizations;
    private final MessageSource messages;
    private final Clock clock;

    IncidentPages(IncidentStore store, OrganizationDirectory organizations, MessageSource messages, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/incidents")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        response.addHeader("Vary", "HX-Target");
        fill(parameters, caller, model);
        return "rows".equals(target) ? "incidents/list :: update" : "incidents/list";
    }

    private void fill(ListParameters parameters, SignedIn caller, Model model) {
        IncidentQuery query;
        try {
            query = parameters.query(clock, organizations::subtree);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        Queue queue = store.queue(query, Reader.of(caller));
        IncidentPage page = queue.page();
        model.addAttribute("page", page);
        model.addAttribute("parameters", parameters);
        model.addAttribute("values", parameters.values());
        model.addAttribute("conditions", parameters.conditions());
        model.addAttribute("self", parameters.address(""));
        model.addAttribute("bulkAction", parameters.address("").replaceFirst("^/incidents", "/incidents/acknowledge"));
        model.addAttribute("stateChoices", ListParameters.STATES);
        model.addAttribute("severityChoices", Severity.values());
        model.addAttribute("sinceChoices", ListParameters.SPANS);
        model.addAttribute("sortChoices", ListParameters.SORTS);
        model.addAttribute("organizationChoices", organizations.within(caller.scope()));
        model.addAttribute("nextPage", page.next() == null ? null : parameters.page(page.next()));
        model.addAttribute("further", query.after() != null);
        model.addAttribute("counts", queue.open());
        model.addAttribute("mayWork", caller.may(Permission.INCIDENTS_WORK));
    }

    @PostMapping("/incidents/acknowledge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String acknowledgeAll(
            @RequestParam(required = false) @Nullable List<Long> id,
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        List<Long> ids = id == null ? List.of() : id;
        if (ids.size() > MOST_AT_ONCE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id");
        }
        int done = 0;
        List<String> skipped = new ArrayList<>();
        for (long each : ids) {
            Optional<Incident> incident = store.find(each, Reader.of(caller));
            if (incident.isEmpty()) {
                continue;
            }
            boolean moved = incident.get().state() == IncidentState.NEW
                    && store.move(each, Move.acknowledge(incident.get().version()), caller)
                            instanceof MoveOutcome.Moved;
            if (moved) {
                done++;
            } else {
                skipped.add(incident.get().number());
            }
        }
        if (htmx != null) {
            model.addAttribute("done", done);
            model.addAttribute("skipped", skipped);
            fill(parameters, caller, model);
            return "incidents/list :: update";
        }
        redirect.addFlashAttribute("done", done);
        redirect.addFlashAttribute("skipped", skipped);
        return "redirect:" + parameters.address("");
    }

    @GetMapping("/incidents/{id}/quick")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String quick(@PathVariable long id, SignedIn caller, Model model) {
        Incident incident = known(id, caller);
        model.addAttribute("incident", incident);
        model.addAttribute("rules", store.rules(id, caller.scope()));
        model.addAttribute("evidence", store.evidence(id, Reader.of(caller), 0, QUICK_EVIDENCE));
        model.addAttribute("mayWork", caller.may(Permission.INCIDENTS_WORK));
        return "incidents/quick :: quick";
    }

    @GetMapping("/incidents/{id}")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String detail(@PathVariable long id, @RequestParam(defaultValue = "1") int page, SignedIn caller, Model model) {
        return detail(known(id, caller), page, caller, model);
    }

    private String detail(Incident incident, int page, SignedIn caller, Model model) {
        int number = Math.clamp(page, 1, IncidentStore.MAX_EVIDENCE / EVIDENCE_PAGE);
        List<EvidenceLine> evidence =
                store.evidence(incident.id(), Reader.of(caller), (number - 1) * EVIDENCE_PAGE, EVIDENCE_PAGE);
        long total = store.countEvidence(incident.id(), caller.scope());
        model.addAttribute("incident", incident);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/incidents", messages.getMessage("incidents.title", null, locale())),
                        new Crumb("/incidents/" + incident.id(), incident.number())));
        model.addAttribute("evidence", evidence);
        model.addAttribute(
                "pagination",
                new Pagination("/incidents/" + incident.id(), evidence.size(), total, EVIDENCE_PAGE, number));
        model.addAttribute("history", store.history(incident.id(), caller.scope(), MOST_HISTORY));
        model.addAttribute("rules", store.rules(incident.id(), caller.scope()));
        model.addAttribute("reasons", CloseReason.values());
        model.addAttribute("mayWork", caller.may(Permission.INCIDENTS_WORK));
        return "incidents/detail";
    }

    @PostMapping("/incidents/{id}/acknowledge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String acknowledge(
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return moved(id, Move.acknowledge(version), caller, model, response);
    }

    @PostMapping("/incidents/{id}/confirm")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String confirm(
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return moved(id, new Move(IncidentState.CONFIRMED, version, null, null), caller, model, response);
    }

    @PostMapping("/incidents/{id}/reopen")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String reopen(
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return moved(id, new Move(IncidentState.VERIFYING, version, null, null), caller, model, response);
    }

    @PostMapping("/incidents/{id}/close")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String close(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable CloseReason reason,
            @RequestParam(defaultValue = "") String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        if (reason == null || note.isBlank() || note.length() > Move.MAX_NOTE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("closeIncomplete", true);
            model.addAttribute("note", note);
            return detail(known(id, caller), 1, caller, model);
        }
        return moved(id, new Move(IncidentState.CLOSED, version, reason, note), caller, model, response);
    }

    @PostMapping("/incidents/{id}/comments")
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
            return detail(known(id, caller), 1, caller, model);
        }
        if (!store.comment(id, text, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/incidents/" + id;
    }

    private String moved(long id, Move move, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (store.move(id, move, caller)) {
            case MoveOutcome.Moved _ -> "redirect:/incidents/" + id;
            case MoveOutcome.Stale(Incident current) -> conflict(current, move, "stale", caller, model, response);
            case MoveOutcome.WrongState(Incident current) -> conflict(current, move, "state", caller, model, response);
            case MoveOutcome.OpenElsewhere(Incident current) ->
                conflict(current, move, "elsewhere", caller, model, response);
            case MoveOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Nothing is overwritten: the page shows what was wanted and how it stands now. */
    private String conflict(
            Incident current, Move move, String kind, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", kind);
        model.addAttribute("wanted", move.to());
        model.addAttribute("note", move.note());
        return detail(current, 1, caller, model);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private Incident known(long id, SignedIn caller) {
        return store.find(id, Reader.of(caller)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
