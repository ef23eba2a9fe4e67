package vn.chieng.api.metrics;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes durations for people: "18 phút", "2,4 giờ", "3,1 ngày"; a dash where there is none. */
@Component("durations")
public final class Spelled {
    private static final double SECONDS = 60;
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double DAYS_FROM = 2 * DAY;

    private final MessageSource messages;

    Spelled(MessageSource messages) {
        this.messages = messages;
    }

    /** The duration in the largest unit that says something. */
    public String of(@Nullable Duration duration, Locale locale) {
        if (duration == null) {
            return "–";
        }
        double seconds = duration.toMillis() / 1_000.0;
        if (seconds < SECONDS) {
            return said("seconds", (double) Math.round(seconds), 0, locale);
        }
        if (seconds < HOUR) {
            return said("minutes", seconds / SECONDS, seconds < 10 * SECONDS ? 1 : 0, locale);
        }
        return seconds < DAYS_FROM ? said("hours", seconds / HOUR, 1, locale) : said("days", seconds / DAY, 1, locale);
    }

    private String said(String unit, double amount, int digits, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(digits);
        return messages.getMessage("metrics.duration." + unit, new Object[] {format.format(amount)}, locale);
    }
}
