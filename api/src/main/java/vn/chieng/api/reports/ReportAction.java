package vn.chieng.api.reports;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of reports about incidents. */
public enum ReportAction implements AuditAction {
    SHEET_CHANGED("incident-report.sheet-changed"),
    MADE("incident-report.made"),
    SENT("incident-report.sent"),
    SIGNED("incident-report.signed"),
    FETCHED("incident-report.fetched");

    private final String code;

    ReportAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
