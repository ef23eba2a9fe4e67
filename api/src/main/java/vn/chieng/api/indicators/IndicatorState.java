package vn.chieng.api.indicators;

import java.util.Locale;

/** Whether an indicator still matches events. */
public enum IndicatorState {
    VALID,
    EXPIRED,
    WITHDRAWN;

    /** As in addresses and bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
