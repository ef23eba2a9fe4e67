package vn.chieng.api.systems;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to systems. */
public enum SystemAction implements AuditAction {
    SYSTEM_ADDED,
    SYSTEM_CHANGED,
    SYSTEM_ANSWERED,
    SYSTEM_LEVELLED,
    SYSTEM_MOVED,
    SYSTEM_EXCEPTED,
    SYSTEM_ADDRESSED,
    SYSTEM_LINKED,
    SYSTEM_TASKED,
    SYSTEMS_EXPORTED,
    SYSTEMS_IMPORTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
