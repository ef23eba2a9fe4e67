package vn.chieng.api.indicators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.Defanging;

/**
 * An indicator with what has become of it.
 *
 * @param withdrawal null where nobody has withdrawn it
 * @param version grows with every change
 */
public record KnownIndicator(
        long id,
        Indicator indicator,
        @Nullable Withdrawal withdrawal,
        int version,
        Instant changedAt,
        String changedBy) {

    /** Who took it back, when and why. */
    public record Withdrawal(Instant at, String by, String reason) {}

    /** Whether it matches events at this moment. */
    public IndicatorState state(Instant now) {
        if (withdrawal != null) {
            return IndicatorState.WITHDRAWN;
        }
        Instant until = indicator.validUntil();
        return until != null && !until.isAfter(now) ? IndicatorState.EXPIRED : IndicatorState.VALID;
    }

    /** As people may read it without following it by accident. */
    public String shown() {
        return Defanging.defanged(indicator.type(), indicator.value());
    }
}
