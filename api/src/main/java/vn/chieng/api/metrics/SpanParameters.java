package vn.chieng.api.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.times.Span;

/**
 * The span asked for: so many days until now, or from a day to a day in Vietnam's time, the last one included.
 *
 * @param days one of the presets; 30 where nothing is asked for
 */
public record SpanParameters(
        @Nullable Integer days,
        @Nullable String from,
        @Nullable String to) {
    /** The presets, in days. */
    public static final List<Integer> PRESETS = List.of(7, 30, 90, 365);

    private static final int USUAL = 30;
    private static final int MOST = 3_660;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** The span; an {@link IllegalArgumentException} names the parameter that makes no sense. */
    public Span span(Instant now) {
        if (from != null && !from.isBlank()) {
            LocalDate first = day(from, "from");
            LocalDate last = to == null || to.isBlank() ? LocalDate.ofInstant(now, VIETNAM) : day(to, "to");
            if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST) {
                throw new IllegalArgumentException("to");
            }
            return new Span(start(first), start(last.plusDays(1)));
        }
        return new Span(now.minus(preset(), ChronoUnit.DAYS), now);
    }

    /** The preset in force; 0 where days were named. */
    public int chosen() {
        return from == null || from.isBlank() ? preset() : 0;
    }

    private int preset() {
        return days != null && days >= 1 && days <= MOST ? days : USUAL;
    }

    /** The same as the end of an address. */
    public String query() {
        return chosen() == 0 ? "from=" + from + (to == null ? "" : "&to=" + to) : "days=" + chosen();
    }

    private static LocalDate day(String text, String name) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(VIETNAM).toInstant();
    }
}
