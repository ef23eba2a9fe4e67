package vn.chieng.api.law;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to the law packs and the calendar. */
enum LawAction implements AuditAction {
    LAWDRAFT_OPENED,
    LAWDRAFT_CHANGED,
    LAWDRAFT_SUBMITTED,
    LAWDRAFT_RETURNED,
    LAWDRAFT_APPROVED,
    LAWDRAFT_WITHDRAWN,
    LAWCALENDAR_CHANGED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
