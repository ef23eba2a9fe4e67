package vn.chieng.api.overview;

import vn.chieng.api.audit.AuditAction;

enum OverviewAction implements AuditAction {
    PRINTED("overview.printed");

    private final String code;

    OverviewAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
