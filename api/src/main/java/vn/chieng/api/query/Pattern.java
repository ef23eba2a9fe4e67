package vn.chieng.api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value with or without wildcards.
 *
 * @param parts text and wildcards in turn
 */
public record Pattern(List<Part> parts) {

    /** A piece of a pattern. */
    public sealed interface Part {
        /** Text as it stands. */
        record Text(String text) implements Part {}

        /** Any text, also none. */
        record Any() implements Part {}

        /** Any one character. */
        record One() implements Part {}
    }

    public Pattern {
        parts = List.copyOf(parts);
    }

    /** Text without wildcards. */
    public static Pattern of(String text) {
        return new Pattern(List.of(new Part.Text(text)));
    }

    /** Whether it has wildcards. */
    public boolean wild() {
        return parts.stream().anyMatch(part -> !(part instanceof Part.Text));
    }

    /** The text of a pattern without wildcards, and of one with them what stands between. */
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Part.Text(String text) ? text : "")
                .collect(Collectors.joining());
    }

    /** How many wildcards it has. */
    public long wildcards() {
        return parts.stream().filter(part -> !(part instanceof Part.Text)).count();
    }

    /** The same with other text between its wildcards. */
    public Pattern map(java.util.function.UnaryOperator<String> change) {
        return new Pattern(parts.stream()
                .map(part -> part instanceof Part.Text(String text) ? new Part.Text(change.apply(text)) : part)
                .toList());
    }

    /** Whether the whole text looks like this; going back only to the last {@link Part.Any} bounds the time by the product of both lengths. */
    public boolean matches(String text) {
        int at = 0;
        int part = 0;
        int resumePart = -1;
        int resumeAt = 0;
        while (at < text.length() || part < parts.size()) {
            int taken = part < parts.size() ? taken(parts.get(part), text, at) : -1;
            if (part < parts.size() && parts.get(part) instanceof Part.Any) {
                resumePart = part++;
                resumeAt = at;
            } else if (taken >= 0) {
                at += taken;
                part++;
            } else if (resumePart >= 0 && resumeAt < text.length()) {
                resumeAt += Character.charCount(text.codePointAt(resumeAt));
                at = resumeAt;
                part = resumePart + 1;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether it stands anywhere in the text. */
    public boolean occursIn(String text) {
        List<Part> around = new ArrayList<>(parts);
        around.addFirst(new Part.Any());
        around.addLast(new Part.Any());
        return new Pattern(around).matches(text);
    }

    /** How much of the text a part takes there; -1 where it does not stand there. */
    private static int taken(Part part, String text, int at) {
        return switch (part) {
            case Part.Text(String wanted) -> text.startsWith(wanted, at) ? wanted.length() : -1;
            case Part.One _ -> at < text.length() ? Character.charCount(text.codePointAt(at)) : -1;
            case Part.Any _ -> 0;
        };
    }

    /** As a pattern of SQL's {@code like} with its usual escape. */
    public String like() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Text(String text) ->
                        text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
                    case Part.Any _ -> "%";
                    case Part.One _ -> "_";
                })
                .collect(Collectors.joining());
    }

    /** As a wildcard query of OpenSearch. */
    public String wildcard() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Text(String text) ->
                        text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
                    case Part.Any _ -> "*";
                    case Part.One _ -> "?";
                })
                .collect(Collectors.joining());
    }

    /** Gathers a pattern piece by piece. */
    static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void add(char each) {
            text.append(each);
        }

        void wild(char sign) {
            flush();
            boolean repeated = sign == '*' && !parts.isEmpty() && parts.getLast() instanceof Part.Any;
            if (!repeated) {
                parts.add(sign == '*' ? new Part.Any() : new Part.One());
            }
        }

        Pattern done() {
            flush();
            return new Pattern(parts);
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(new Part.Text(text.toString()));
                text.setLength(0);
            }
        }
    }
}
