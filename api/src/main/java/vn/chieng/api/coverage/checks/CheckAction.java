package vn.chieng.api.coverage.checks;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to recorded checks. */
enum CheckAction implements AuditAction {
    CHECK_RECORDED,
    CHECK_WITHDRAWN;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
