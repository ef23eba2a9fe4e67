package vn.chieng.api.audit.log;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The days of one file, both ends included. */
record DayRange(LocalDate from, LocalDate to) {
    /** Ten years. */
    static final int MOST_DAYS = 3_660;

    DayRange {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new IllegalArgumentException("to");
        }
    }

    /** Reads both ends; refuses with the parameter's name what is missing or wrong. */
    static DayRange of(@Nullable String from, @Nullable String to) {
        return new DayRange(required("from", from), required("to", to));
    }

    private static LocalDate required(String name, @Nullable String text) {
        LocalDate day = AuditParameters.day(name, text);
        if (day == null) {
            throw new IllegalArgumentException(name);
        }
        return day;
    }
}
