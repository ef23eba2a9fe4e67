package vn.chieng.api.annualreport;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to annual reports and their parts. */
public enum AnnualReportAction implements AuditAction {
    OPENED,
    UNITS_ADDED,
    TEXT_CHANGED,
    PART_CHANGED,
    PART_APPROVED,
    PART_WITHDRAWN,
    FROZEN,
    THAWED,
    SIGNED,
    EXPORTED;

    @Override
    public String code() {
        return "annual-report." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
