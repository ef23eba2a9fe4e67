package vn.chieng.api.views;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of saved views. */
public enum ViewAction implements AuditAction {
    SAVED("view.saved"),
    DELETED("view.deleted");

    private final String code;

    ViewAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
