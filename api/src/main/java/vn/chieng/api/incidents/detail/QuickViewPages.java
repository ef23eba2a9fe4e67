package vn.chieng.api.incidents.detail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.related.RelatedIncidents;
import vn.chieng.api.incidents.timeline.Timeline;

/** What the queue shows of an incident beside the list: why, until when, the latest, the likest. */
@Controller
final class QuickViewPages {
    private static final int EVIDENCE = 3;
    private static final int ENTRIES = 5;
    private static final int RELATED = 3;

    private final IncidentStore store;
    private final IncidentView view;
    private final IncidentQueue queue;
    private final Timeline timeline;
    private final RelatedIncidents related;

    QuickViewPages(
            IncidentStore store, IncidentView view, IncidentQueue queue, Timeline timeline, RelatedIncidents related) {
        this.store = store;
        this.view = view;
        this.queue = queue;
        this.timeline = timeline;
        this.related = related;
    }

    @GetMapping("/incidents/{id}/quick")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String quick(@PathVariable long id, SignedIn caller, Model model) {
        Incident incident = view.known(id, caller);
        Reader reader = Reader.of(caller);
        model.addAttribute("incident", incident);
        model.addAttribute("lasting", Duration.between(incident.firstSeen(), incident.lastSeen()));
        model.addAttribute("rules", store.rules(id, caller.scope()));
        model.addAttribute("evidence", store.evidence(id, reader, 0, EVIDENCE));
        model.addAttribute("timeline", timeline.of(incident, reader, null, ENTRIES));
        model.addAttribute("mayWork", caller.may(Permission.INCIDENTS_WORK));
        model.addAttribute("me", caller.accountId());
        model.addAttribute("mine", Objects.equals(incident.assigneeId(), caller.accountId()));
        model.addAttribute("labels", queue.labels(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("condition", LogTraces.condition(incident));
        model.addAttribute("logs", view.logs(incident, caller));
        model.addAttribute("headPanels", view.panels(IncidentPanel.Place.HEAD, incident, caller));
        model.addAttribute("likest", related.of(incident, reader, RELATED));
        return "incidents/quick :: quick";
    }
}
