package vn.chieng.api.incidents;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of incidents. */
public enum IncidentAction implements AuditAction {
    OPENED("incident.opened"),
    MOVED("incident.moved"),
    UNDONE("incident.undone"),
    ASSIGNED("incident.assigned"),
    SEVERITY_CHANGED("incident.severity-changed"),
    ESCALATED("incident.escalated"),
    ANSWERED("incident.answered"),
    CLASSIFIED("incident.classified"),
    LABELLED("incident.labelled"),
    UNLABELLED("incident.unlabelled"),
    EXPORTED("incident.exported"),
    COMMENTED("incident.commented"),
    EVENT_ADDED("incident.event-added"),
    HISTORY_EXPORTED("incident.history-exported"),
    TASK_ADDED("incident.task-added"),
    TASK_CHANGED("incident.task-changed"),
    OBSERVABLE_ADDED("incident.observable-added"),
    OBSERVABLE_REMOVED("incident.observable-removed"),
    MERGED("incident.merged"),
    UNMERGED("incident.unmerged"),
    SPLIT("incident.split"),
    WATCHED("incident.watched"),
    UNWATCHED("incident.unwatched");

    private final String code;

    IncidentAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
