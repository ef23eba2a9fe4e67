package vn.chieng.api.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes instants for people: Vietnam's time with its zone named, UTC, and "2 minutes ago". */
@Component("times")
public final class Times {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "dd/MM/yyyy HH:mm:ss '(GMT+7)'", Locale.ROOT)
            .withZone(VIETNAM);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(VIETNAM);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(VIETNAM);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(VIETNAM);
    private static final DateTimeFormatter INPUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(VIETNAM);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String NONE = "–";

    private final Clock clock;
    private final MessageSource messages;

    public Times(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** {@code 22/11/2026 06:48:03 (GMT+7)}. */
    public String exact(@Nullable Instant at) {
        return at == null ? NONE : EXACT.format(at);
    }

    /** {@code 22/11/2026 06:48:03}: where the zone is said once for many. */
    public String seconds(@Nullable Instant at) {
        return at == null ? NONE : SECONDS.format(at);
    }

    /** {@code 22/11/2026 06:48}. */
    public String brief(@Nullable Instant at) {
        return at == null ? NONE : SHORT.format(at);
    }

    /** {@code 2026-11-22T06:48}: what a field for a local time takes; empty where there is none. */
    public String input(@Nullable Instant at) {
        return at == null ? "" : INPUT.format(at);
    }

    /** {@code 06:48:03}. */
    public String clock(@Nullable Instant at) {
        return at == null ? NONE : CLOCK.format(at);
    }

    /** {@code 21/11/2026 23:48:03 UTC}. */
    public String utc(@Nullable Instant at) {
        return at == null ? NONE : UTC.format(at);
    }

    /** The value of a {@code datetime} attribute, or null so that there is none. */
    public @Nullable String machine(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** "2 phút trước", "in 3 hours": whole units, cut down, as the script in the page does it. */
    public String relative(@Nullable Instant at, Locale locale) {
        if (at == null) {
            return message("console.time.unknown", locale);
        }
        Duration distance = Duration.between(clock.instant(), at);
        String direction = distance.isNegative() ? "ago" : "ahead";
        Duration size = distance.abs();
        if (size.toDays() > 0) {
            return message("console.time.days." + direction, locale, size.toDays());
        }
        if (size.toHours() > 0) {
            return message("console.time.hours." + direction, locale, size.toHours());
        }
        if (size.toMinutes() > 0) {
            return message("console.time.minutes." + direction, locale, size.toMinutes());
        }
        return message("console.time.now", locale);
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
