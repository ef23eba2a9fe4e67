package vn.chieng.api.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them, in Vietnam's zone where they name none. */
public final class Moments {
    /** Vietnam's zone, which has no summer time. */
    public static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private static final Pattern RELATIVE = Pattern.compile("now(?:-([1-9][0-9]{0,4})([smhdw]))?");
    private static final List<DateTimeFormatter> DAYS = formats("uuuu-MM-dd", "dd/MM/uuuu");
    private static final List<DateTimeFormatter> MINUTES =
            formats("uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd HH:mm", "dd/MM/uuuu HH:mm");
    private static final List<DateTimeFormatter> SECONDS =
            formats("uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm:ss", "dd/MM/uuuu HH:mm:ss");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    /**
     * A stretch of time: a day, a minute, a second, or a moment.
     *
     * @param before the first moment after it
     */
    public record Span(Instant from, Instant before) {}

    /** What somebody typed; empty where it is no time. */
    public static Optional<Span> read(String typed, Instant now) {
        String text = typed.strip();
        Matcher relative = RELATIVE.matcher(text.toLowerCase(Locale.ROOT));
        if (relative.matches()) {
            Instant at = relative.group(1) == null
                    ? now
                    : now.minus(span(Long.parseLong(relative.group(1)), relative.group(2)));
            return Optional.of(new Span(at, at.plusNanos(1_000)));
        }
        return days(text)
                .or(() -> local(text, MINUTES, Duration.ofMinutes(1)))
                .or(() -> local(text, SECONDS, Duration.ofSeconds(1)))
                .or(() -> zoned(text));
    }

    private static Duration span(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    private static Optional<Span> days(String text) {
        for (DateTimeFormatter format : DAYS) {
            try {
                LocalDate day = LocalDate.parse(text, format);
                return plausible(
                        day.atStartOfDay().toInstant(VIETNAM),
                        day.plusDays(1).atStartOfDay().toInstant(VIETNAM));
            } catch (DateTimeException _) {
                // the next way of writing
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> local(String text, List<DateTimeFormatter> formats, Duration length) {
        for (DateTimeFormatter format : formats) {
            try {
                Instant at = LocalDateTime.parse(text, format).toInstant(VIETNAM);
                return plausible(at, at.plus(length));
            } catch (DateTimeException _) {
                // the next way of writing
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> zoned(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return plausible(at, at.plusNanos(1_000));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> plausible(Instant from, Instant before) {
        int year = from.atOffset(ZoneOffset.UTC).getYear();
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(new Span(from, before));
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return java.util.Arrays.stream(patterns)
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
