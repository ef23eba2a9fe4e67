package vn.chieng.api.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day in Vietnam, by which exceptions end. */
final class VietnamDay {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    private VietnamDay() {}

    static LocalDate of(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
