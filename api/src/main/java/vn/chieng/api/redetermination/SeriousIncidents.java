package vn.chieng.api.redetermination;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.levels.Redetermination;

/** Makes the level of a system due again once an incident about it is confirmed and grave; within the transaction that changes the incident. */
@Component
final class SeriousIncidents {
    private final SystemRegister systems;
    private final Redetermination redetermination;

    SeriousIncidents(SystemRegister systems, Redetermination redetermination) {
        this.systems = systems;
        this.redetermination = redetermination;
    }

    @EventListener
    void onChange(IncidentEvent event) {
        switch (event) {
            case IncidentEvent.Moved _,
                    IncidentEvent.SeverityChanged _,
                    IncidentEvent.Classified _,
                    IncidentEvent.Grown _ -> hit(event);
            case IncidentEvent.Opened _,
                    IncidentEvent.Assigned _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.Answered _,
                    IncidentEvent.Commented _,
                    IncidentEvent.TaskChanged _,
                    IncidentEvent.ObservableChanged _,
                    IncidentEvent.Merged _,
                    IncidentEvent.Unmerged _,
                    IncidentEvent.Split _ -> {}
        }
    }

    private void hit(IncidentEvent event) {
        Incident incident = event.incident();
        UUID systemId = incident.classification().systemId();
        if (systemId == null || !serious(incident)) {
            return;
        }
        systems.find(systemId, new Scope.Everything())
                .ifPresent(system -> redetermination.hit(system, incident.number(), event.by()));
    }

    /** A drill is no incident, and an alert that nobody confirmed is none yet. */
    static boolean serious(Incident incident) {
        return incident.severity().grave() && incident.exerciseIds().isEmpty() && confirmed(incident.state());
    }

    private static boolean confirmed(IncidentState state) {
        return switch (state) {
            case NEW, VERIFYING, DISMISSED, MERGED -> false;
            case CONFIRMED, CONTAINING, REMEDIATING, RECOVERED, AWAITING_REPORT, CLOSED -> true;
        };
    }
}
