package vn.chieng.api.annualreport;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is typed into forms: composed letters, no outer spaces, days as day/month/year. */
final class Typed {
    static final int MOST_LINES = 50;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 15_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private Typed() {}

    static boolean given(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }

    /** One line, cut to its limit; null where nothing is typed. */
    static @Nullable String line(@Nullable String typed) {
        String text =
                cut(typed, LONGEST_LINE).replace('\n', ' ').replace('\r', ' ').strip();
        return text.isEmpty() ? null : text;
    }

    /** One line, empty where nothing is typed. */
    static String lineOrEmpty(@Nullable String typed) {
        String line = line(typed);
        return line == null ? "" : line;
    }

    /** Several lines, cut to their limit. */
    static String text(@Nullable String typed) {
        return cut(typed, LONGEST_TEXT).strip();
    }

    private static String cut(@Nullable String typed, int longest) {
        if (typed == null) {
            return "";
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** The day, if it is one. */
    static Optional<LocalDate> day(@Nullable String typed) {
        if (!given(typed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(lineOrEmpty(typed), DAY));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // the form says so beside the field
        }
    }

    static @Nullable String shown(@Nullable LocalDate day) {
        return day == null ? null : SHOWN.format(day);
    }
}
