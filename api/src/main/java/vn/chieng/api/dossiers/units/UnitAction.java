package vn.chieng.api.dossiers.units;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to assignments. */
enum UnitAction implements AuditAction {
    UNIT_ASSIGNED,
    UNIT_REMOVED;

    @Override
    public String code() {
        return "specialised." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
