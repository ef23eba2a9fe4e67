package vn.chieng.law.days;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Words;

/** Writes a calendar as the file that it can be read from again. */
public final class CalendarText {
    private CalendarText() {}

    public static String write(CalendarFile file) {
        String weekend = file.weekend().stream().map(CalendarText::word).collect(Collectors.joining(", ", "[", "]"));
        StringBuilder text = new StringBuilder();
        line(text, "schema: " + file.schema());
        line(text, "calendar: " + quoted(file.calendar()));
        line(text, "version: " + quoted(file.version()));
        line(text, "covers-from: " + file.coversFrom());
        line(text, "covers-to: " + file.coversTo());
        line(text, "weekend: " + weekend);
        section(
                text,
                "days-off",
                file.daysOff().stream().map(CalendarText::dayOff).toList());
        section(
                text,
                "working-swaps",
                file.workingSwaps().stream().map(CalendarText::swap).toList());
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<String> entries) {
        if (!entries.isEmpty()) {
            line(text, "");
            line(text, name + ":");
            entries.forEach(entry -> line(text, "  - {" + entry + "}"));
        }
    }

    private static String dayOff(CalendarFile.DayOff day) {
        return "first: " + day.first() + optional(", last: ", day.last()) + ", name: " + words(day.name()) + ", kind: "
                + word(day.kind()) + ", certainty: " + word(day.certainty());
    }

    private static String swap(CalendarFile.WorkingSwap swap) {
        return "date: " + swap.date() + ", instead-of: " + swap.insteadOf() + ", certainty: " + word(swap.certainty());
    }

    private static String optional(String key, @Nullable Object value) {
        return value == null ? "" : key + value;
    }

    private static String words(Words words) {
        return "{vi: " + quoted(words.vi()) + ", en: " + quoted(words.en()) + "}";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
