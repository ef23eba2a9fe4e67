package vn.chieng.api.clocks;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;
import vn.chieng.api.clocks.file.ClockChange;

/** What the audit log says of clocks. */
public enum ClockAction implements AuditAction {
    STARTED,
    RESTARTED,
    STOPPED,
    MOVED,
    WARNED,
    SENT,
    CLOSING_SENT,
    T0_CORRECTED;

    /** The action of a change. */
    public static ClockAction of(ClockChange.Kind kind) {
        return valueOf(kind.name());
    }

    @Override
    public String code() {
        return "clock." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
