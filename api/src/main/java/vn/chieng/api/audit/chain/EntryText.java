package vn.chieng.api.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values fit for an entry: of a known kind, storable, and of bounded size as JSON. */
public final class EntryText {
    public static final int LONGEST_VALUE = 4096;
    /** Ends what was cut. */
    public static final String CUT = "… [cut]";

    private static final int LONGEST_SIDE = 18_000;
    private static final int LONGEST_FIELD = 100;
    private static final int MOST_ELEMENTS = 200;
    private static final int MARK = CUT.getBytes(StandardCharsets.UTF_8).length + 2;

    private EntryText() {}

    /** The text without what PostgreSQL cannot hold, cut so that it needs at most so many bytes as a JSON string. */
    public static String fit(String text, int limit) {
        var fitting = new StringBuilder(Math.min(text.length(), limit));
        int size = 2;
        int kept = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            int shown = point == 0 || (point >= 0xD800 && point <= 0xDFFF) ? 0xFFFD : point;
            size += jsonSize(shown);
            if (size > limit) {
                fitting.setLength(kept);
                return fitting.append(CUT).toString();
            }
            fitting.appendCodePoint(shown);
            if (size <= limit - MARK) {
                kept = fitting.length();
            }
        }
        return fitting.toString();
    }

    public static @Nullable String fitOrNull(@Nullable String text, int limit) {
        return text == null ? null : fit(text, limit);
    }

    /** One side of a change; what no longer fits is replaced by the mark, field by field. */
    public static Map<String, @Nullable Object> side(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> fitting = new LinkedHashMap<>();
        int left = LONGEST_SIDE;
        for (var field : fields.entrySet()) {
            String name = fit(field.getKey(), LONGEST_FIELD);
            @Nullable Object value = value(field.getValue());
            int size = jsonSize(name) + jsonSize(value) + 2;
            if (size > left - 2 * (MARK + 4)) {
                boolean nameFits = jsonSize(name) + MARK + 4 <= left - 2 * (MARK + 4);
                fitting.put(nameFits ? name : CUT, CUT);
                left -= nameFits ? jsonSize(name) + MARK + 4 : 0;
                if (!nameFits) {
                    break;
                }
            } else {
                fitting.put(name, value);
                left -= size;
            }
        }
        return fitting;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Collection<?> elements -> list(elements);
            default -> fit(value.toString(), LONGEST_VALUE);
        };
    }

    private static List<@Nullable Object> list(Collection<?> elements) {
        List<@Nullable Object> fitting = new ArrayList<>();
        int left = LONGEST_VALUE - MARK - 3;
        for (@Nullable Object element : elements) {
            @Nullable Object fit = element instanceof Collection<?> ? fit(element.toString(), 256) : value(element);
            int size = jsonSize(fit) + 1;
            if (size > left || fitting.size() == MOST_ELEMENTS) {
                fitting.add(CUT);
                break;
            }
            fitting.add(fit);
            left -= size;
        }
        return fitting;
    }

    private static int jsonSize(@Nullable Object value) {
        return switch (value) {
            case null -> 4;
            case String text -> 2 + text.codePoints().map(EntryText::jsonSize).sum();
            case List<?> list ->
                2 + list.stream().mapToInt(each -> jsonSize(each) + 1).sum();
            default -> value.toString().length();
        };
    }

    private static int jsonSize(int point) {
        if (point < 0x20) {
            return 6;
        }
        if (point < 0x80) {
            return point == '"' || point == '\\' ? 2 : 1;
        }
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
