package vn.chieng.api.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.coverage.SourceActivity;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;

/** With an incident: how far the dossier of its system is, and how many log sources of its bodies send. */
@Component
final class ProtectionPanel implements IncidentPanel {
    private static final int MOST_BODIES = 5;
    private static final int PLACE = 12;

    private final Approvals approvals;
    private final ObjectProvider<SourceActivity> sources;

    ProtectionPanel(Approvals approvals, ObjectProvider<SourceActivity> sources) {
        this.approvals = approvals;
        this.sources = sources;
    }

    /** The log sources of a body; null where nothing is known of them. */
    record Body(String id, SourceActivity.@Nullable Activity activity) {}

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        List<ApprovalState.Approval> dossier = dossier(incident, caller);
        List<Body> bodies = bodies(incident, caller);
        return dossier.isEmpty() && bodies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        "overview/panel-protection",
                        Map.of("dossier", dossier, "bodies", bodies, "mayOpen", caller.may(Permission.DOSSIERS_READ))));
    }

    private List<ApprovalState.Approval> dossier(Incident incident, SignedIn caller) {
        UUID system = incident.classification().systemId();
        return system == null || !approvals.known() || !caller.may(Permission.SYSTEMS_READ)
                ? List.of()
                : List.of(approvals.of(system));
    }

    private List<Body> bodies(Incident incident, SignedIn caller) {
        SourceActivity known = sources.getIfAvailable();
        if (known == null || !caller.may(Permission.COVERAGE_READ)) {
            return List.of();
        }
        Map<String, SourceActivity.Activity> activity = known.byOrganization();
        return incident.organizationIds().stream()
                .filter(caller.scope()::covers)
                .limit(MOST_BODIES)
                .map(id -> new Body(id, activity.get(id)))
                .toList();
    }
}
