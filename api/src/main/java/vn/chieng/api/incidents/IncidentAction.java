package vn.chieng.api.incidents;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of incidents. */
public enum IncidentAction implements AuditAction {
    OPENED("incident.opened"),
    MOVED("incident.moved"),
    COMMENTED("incident.commented");

    private final String code;

    IncidentAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
