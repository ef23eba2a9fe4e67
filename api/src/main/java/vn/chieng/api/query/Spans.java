package vn.chieng.api.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time up to now as they are typed: {@code 15m}, {@code 24h}, {@code 7d}. */
public final class Spans {
    /** Those offered, shortest first. */
    public static final List<String> OFFERED = List.of("15m", "1h", "4h", "24h", "7d", "30d");

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    private Spans() {}

    /** How long it is; empty where the text is none. */
    public static Optional<Duration> read(String typed) {
        Matcher span = SPAN.matcher(typed);
        if (!span.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }
}
