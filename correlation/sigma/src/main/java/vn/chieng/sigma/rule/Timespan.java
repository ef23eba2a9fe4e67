package vn.chieng.sigma.rule;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a timespan such as {@code 5m}; months and years have the lengths that pySigma gives them. */
final class Timespan {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhdwMy])");
    private static final long MONTH_SECONDS = 2_629_746;
    private static final long YEAR_SECONDS = 31_556_952;

    private Timespan() {}

    static @Nullable Duration read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(7 * number);
            case "M" -> Duration.ofSeconds(MONTH_SECONDS * number);
            default -> Duration.ofSeconds(YEAR_SECONDS * number);
        };
    }
}
