package vn.chieng.api.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.OrganizationDirectory;

/** The queue. */
@Controller
final class IncidentPages {
    private static final int MOST_AT_ONCE = 100;

    private final IncidentStore store;
    private final OrganizationDirectory organizations;
    private final IncidentWork work;
    private final Clock clock;

    IncidentPages(IncidentStore store, OrganizationDirectory organizations, IncidentWork work, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.work = work;
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
                    && work.move(each, Move.acknowledge(incident.get().version()), caller) instanceof WorkOutcome.Done;
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
}
