package vn.chieng.api.organizations;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person typed or a file held: composed, stripped, without control characters; days as people write them. */
public final class Typed {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final List<DateTimeFormatter> READ = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    private Typed() {}

    /** The text; empty where there is none. */
    public static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String broken = BREAKS.matcher(typed).replaceAll("\n");
        return Normalizer.normalize(CONTROLS.matcher(broken).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    /** The text, or null where there is none. */
    public static @Nullable String orNull(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }

    /** A day such as {@code 01/07/2025} or {@code 2025-07-01}, where it is one. */
    public static Optional<LocalDate> day(String text) {
        for (DateTimeFormatter format : READ) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                // perhaps in the other form
            }
        }
        return Optional.empty();
    }

    /** A day as it stands in files; empty where there is none. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : WRITTEN.format(day);
    }
}
