package vn.chieng.api.search;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of the search in events. */
public enum SearchAction implements AuditAction {
    EXPORTED("events.exported");

    private final String code;

    SearchAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
