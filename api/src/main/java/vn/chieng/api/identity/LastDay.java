package vn.chieng.api.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A last day, as people say it, and the first instant after it, as it is kept: days end at midnight in Vietnam. */
public final class LastDay {
    /** Vietnam's time. */
    public static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private LastDay() {}

    /** The first instant after this day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(VIETNAM).toInstant();
    }

    /** The day whose end this is. */
    public static @Nullable LocalDate of(@Nullable Instant end) {
        return end == null ? null : LocalDate.ofInstant(end.minus(Duration.ofNanos(1)), VIETNAM);
    }

    /** Which day it is at this time. */
    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, VIETNAM);
    }
}
