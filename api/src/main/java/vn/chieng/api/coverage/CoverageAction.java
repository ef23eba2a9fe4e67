package vn.chieng.api.coverage;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to coverage. */
enum CoverageAction implements AuditAction {
    COVERAGE_RECORDED,
    COVERAGE_EXPORTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
