package vn.chieng.api.systems.belongings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A link as a table states it, written {@code api;out;#HT-00012;files of citizens}: kind, direction, the other end, what travels. Several
 * stand in one cell, joined by bars; a backslash takes a sign for itself.
 *
 * @param code of the other end in the register
 * @param name of the other end where it is not registered
 */
public record StatedLink(
        SystemLink.Kind kind,
        SystemLink.Direction direction,
        @Nullable String code,
        @Nullable String name,
        @Nullable String data) {
    /** Stands for no link at all, as a blank cell leaves those there are. */
    public static final String NONE = "-";

    private static final String REGISTERED = "#";
    private static final char BETWEEN_LINKS = '|';
    private static final char BETWEEN_PARTS = ';';
    private static final char ESCAPE = '\\';
    private static final int FEWEST_PARTS = 3;

    /** As it stands in a cell. */
    public String text() {
        String other = code == null ? name(String.valueOf(name)) : REGISTERED + code;
        return kind.code()
                + BETWEEN_PARTS
                + direction.code()
                + BETWEEN_PARTS
                + other
                + (data == null ? "" : BETWEEN_PARTS + escaped(data));
    }

    private static String name(String name) {
        String escaped = escaped(name);
        return escaped.startsWith(REGISTERED) ? ESCAPE + escaped : escaped;
    }

    /** All of a cell. */
    public static String text(Collection<StatedLink> links) {
        return links.stream().map(StatedLink::text).sorted().collect(Collectors.joining(String.valueOf(BETWEEN_LINKS)));
    }

    /** What a cell states; what cannot be read is told of and left out. */
    public static List<StatedLink> read(String cell, Consumer<String> unreadable) {
        if (cell.strip().equals(NONE)) {
            return List.of();
        }
        List<StatedLink> links = new ArrayList<>();
        for (String written : split(cell, BETWEEN_LINKS)) {
            one(written).ifPresentOrElse(links::add, () -> unreadable.accept(written.strip()));
        }
        return links;
    }

    private static Optional<StatedLink> one(String written) {
        List<String> parts =
                split(written, BETWEEN_PARTS).stream().map(String::strip).toList();
        if (parts.size() < FEWEST_PARTS || parts.size() > FEWEST_PARTS + 1) {
            return Optional.empty();
        }
        String other = parts.get(2);
        boolean registered = other.startsWith(REGISTERED);
        return of(
                parts.get(0),
                parts.get(1),
                registered ? plain(other.substring(1)) : "",
                registered ? "" : plain(other),
                parts.size() > FEWEST_PARTS ? plain(parts.get(FEWEST_PARTS)) : "");
    }

    /** Of its parts as typed; empty where the kind, the direction or the other end is missing or unknown. */
    public static Optional<StatedLink> of(String kind, String direction, String code, String name, String data) {
        Optional<SystemLink.Kind> known = Arrays.stream(SystemLink.Kind.values())
                .filter(each -> each.code().equals(kind))
                .findFirst();
        return code.isEmpty() && name.isEmpty()
                ? Optional.empty()
                : known.flatMap(ofKind -> Arrays.stream(SystemLink.Direction.values())
                        .filter(each -> each.code().equals(direction))
                        .findFirst()
                        .map(way -> new StatedLink(
                                ofKind,
                                way,
                                code.isEmpty() ? null : code,
                                code.isEmpty() ? name : null,
                                data.isEmpty() ? null : data)));
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == ESCAPE && i + 1 < text.length()) {
                part.append(sign).append(text.charAt(++i));
            } else if (sign == at) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\|;]", "\\\\$0");
    }

    private static String plain(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }
}
