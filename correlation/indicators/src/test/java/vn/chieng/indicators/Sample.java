package vn.chieng.indicators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;

/** Indicators for tests. */
final class Sample {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Sample() {}

    static Indicator of(String written) {
        return of(written, null, "told by NCSC");
    }

    static Indicator of(String written, @Nullable Instant validUntil, String description) {
        return switch (IndicatorReader.read(null, written)) {
            case Reading.Sound(Indicator.Type type, String value) ->
                new Indicator(type, value, "NCSC", 80, Level.HIGH, validUntil, description);
            case Reading.Refused(Reading.Refusal refusal) ->
                throw new IllegalArgumentException(written + ": " + refusal);
        };
    }
}
