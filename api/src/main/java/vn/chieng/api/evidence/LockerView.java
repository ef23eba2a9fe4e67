package vn.chieng.api.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.detail.IncidentView;

/** Puts into the model what the locker of an incident shows, and answers with that page where something is refused. */
@Component
final class LockerView {
    private final IncidentView incidents;
    private final LockerStore store;
    private final Disposal disposal;
    private final EvidenceSettings settings;

    LockerView(IncidentView incidents, LockerStore store, Disposal disposal, EvidenceSettings settings) {
        this.incidents = incidents;
        this.store = store;
        this.disposal = disposal;
        this.settings = settings;
    }

    String answer(long id, LockerOutcome outcome, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case LockerOutcome.Done _ -> "redirect:/incidents/" + id + "/locker";
            case LockerOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case LockerOutcome.Refused(String problem) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("lockerProblem", problem);
                yield filled(id, caller, model);
            }
        };
    }

    String filled(long id, SignedIn caller, Model model) {
        Incident incident = incidents.known(id, caller);
        incidents.fill(incident, "locker", caller, model);
        model.addAttribute("tabTemplate", "evidence/tab");
        List<EvidenceItem> items = store.of(id);
        model.addAttribute("items", items);
        model.addAttribute(
                "keptUntil",
                items.stream().collect(Collectors.toMap(EvidenceItem::id, item -> disposal.keptUntil(item, incident))));
        model.addAttribute("hold", store.hold(id).orElse(null));
        model.addAttribute("requests", store.requests(id));
        model.addAttribute("mostMegabytes", settings.maxFile().toMegabytes());
        model.addAttribute("endings", String.join(", ", settings.endings()));
        model.addAttribute("mayHold", caller.may(Permission.INCIDENTS_DECIDE));
        return IncidentView.TEMPLATE;
    }

    /** The key of an item as typed, or 404. */
    static UUID item(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such item", e);
        }
    }
}
