package vn.chieng.api.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts YAML into pieces that a page colours: keys, comments, and the rest; a colour is only a help, so this need not be exact. */
public final class ShownYaml {
    private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )*)([\\w.|@$%'\"-]+):(?=\\s|$)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    private ShownYaml() {}

    /** A line with its number. */
    public record Line(int number, List<Piece> pieces) {
        public Line {
            pieces = List.copyOf(pieces);
        }
    }

    /** Text of one kind: {@code key}, {@code comment} or {@code plain}. */
    public record Piece(String kind, String text) {}

    /** The lines of a text. */
    public static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, pieces(line))));
        return lines;
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        String rest = line;
        Matcher key = KEY.matcher(line);
        if (key.find()) {
            add(pieces, "plain", key.group(1));
            add(pieces, "key", key.group(2));
            rest = line.substring(key.end(2));
        }
        Matcher comment = COMMENT.matcher(rest);
        boolean quoted = rest.contains("'") || rest.contains("\"");
        if (!quoted && comment.find()) {
            add(pieces, "plain", rest.substring(0, comment.start()));
            add(pieces, "comment", rest.substring(comment.start()));
        } else {
            add(pieces, "plain", rest);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String kind, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }
}
