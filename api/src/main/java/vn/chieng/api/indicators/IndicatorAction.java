package vn.chieng.api.indicators;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to indicators. */
public enum IndicatorAction implements AuditAction {
    INDICATORS_IMPORTED,
    INDICATOR_WITHDRAWN,
    INDICATORS_EXPIRED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
