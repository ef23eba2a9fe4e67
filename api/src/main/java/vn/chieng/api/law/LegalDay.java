package vn.chieng.api.law;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as the law of Vietnam counts them and as people here type them. */
final class LegalDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private LegalDay() {}

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    /** Reads 02/09/2026 and 2026-09-02. */
    static Optional<LocalDate> typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String day = text.strip();
        try {
            return Optional.of(day.contains("-") ? LocalDate.parse(day) : LocalDate.parse(day, TYPED));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
