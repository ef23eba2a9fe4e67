package vn.chieng.law.pack;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in an instrument; a whole instrument has no article. */
public record Citation(
        String instrument,
        @Nullable String article,
        @Nullable String clause,
        @Nullable String point) {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\d][\\p{L}\\d.-]*");
    private static final int MOST_PARTS = 4;

    /** Reads {@code instrument/article/clause/point}, of which the first is required. */
    public static Citation parse(String text) {
        List<String> parts = Arrays.asList(text.split("/", -1));
        if (parts.size() > MOST_PARTS
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no citation: write instrument/article/clause/point");
        }
        return new Citation(parts.getFirst(), part(parts, 1), part(parts, 2), part(parts, 3));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(instrument);
        for (String part : Arrays.asList(article, clause, point)) {
            if (part != null) {
                text.append('/').append(part);
            }
        }
        return text.toString();
    }
}
