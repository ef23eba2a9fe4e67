package vn.chieng.api.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes days for people: {@code 31/12/2026}. */
@Component("days")
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** The day, or nothing where there is none. */
    public static String text(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** The same for templates. */
    public String show(@Nullable LocalDate day) {
        return text(day);
    }
}
