package vn.chieng.api.incidents.observables;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.queue.IncidentQueue;

/** Adds a value that was found elsewhere to an incident named by its number. */
@Controller
@RequestMapping("/incidents/observable")
final class NewObservablePages {
    private static final int MOST_VALUE = 500;

    private final IncidentQueue queue;
    private final ObservableStore observables;

    NewObservablePages(IncidentQueue queue, ObservableStore observables) {
        this.queue = queue;
        this.observables = observables;
    }

    @GetMapping
    @Allowed(Permission.INCIDENTS_WORK)
    String form(@RequestParam(defaultValue = "") String value, Model model) {
        return filled(value, "", false, model);
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String add(
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "AMBER") Tlp tlp,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        List<Long> incident = queue.numbered(number, Reader.of(caller));
        if (!incident.isEmpty() && !value.isBlank() && value.length() <= MOST_VALUE) {
            long id = incident.getFirst();
            var draft = new ObservableStore.Draft(null, value, tlp, false, null);
            if (observables.add(id, draft, caller) instanceof ObservableOutcome.Done) {
                return "redirect:/incidents/" + id + "/observables";
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return filled(value, number, true, model);
    }

    private static String filled(String value, String number, boolean refused, Model model) {
        model.addAttribute("value", value.length() > MOST_VALUE ? value.substring(0, MOST_VALUE) : value);
        model.addAttribute("number", number);
        model.addAttribute("refused", refused);
        model.addAttribute("tlps", Tlp.values());
        return "incidents/observable";
    }
}
