package vn.chieng.sigma.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.FieldTable;
import vn.chieng.sigma.match.PathTrie;
import vn.chieng.sigma.raw.RawKind;
import vn.chieng.sigma.raw.RawText;

/**
 * Reads through one JSON object and notes where the values stand to which paths lead; checks the grammar of all of it, and
 * decodes nothing.
 */
final class JsonScanner {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = LOW_BITS * '"';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long SPACES = LOW_BITS * ' ';

    private final byte[] json;
    private final FieldTable table;
    private int at;
    private RawKind text = RawKind.TEXT;
    private boolean veiled;

    JsonScanner(byte[] json, FieldTable table) {
        this.json = json;
        this.table = table;
    }

    /** Whether letters of ASCII may be written otherwise: as {@code \\u0061}, or as one of the four that fold to ASCII. */
    boolean isVeiled() {
        return veiled;
    }

    void scan() {
        table.setJson(json);
        if (next() != '{') {
            throw wrong("no object begins");
        }
        at++;
        object(table.root(), 1);
        skipSpace();
        if (at < json.length) {
            throw wrong("more than one object");
        }
    }

    private void object(PathTrie.@Nullable Node node, int depth) {
        if (depth > JsonEvent.MAX_DEPTH) {
            throw wrong("more than " + JsonEvent.MAX_DEPTH + " levels");
        }
        if (next() == '}') {
            at++;
            return;
        }
        while (true) {
            if (next() != '"') {
                throw wrong("no name");
            }
            at++;
            int start = at;
            readText();
            PathTrie.Node child = node == null ? null : child(node, start, at - 1);
            if (next() != ':') {
                throw wrong("no colon");
            }
            at++;
            value(child, depth);
            byte separator = next();
            at++;
            if (separator == '}') {
                return;
            }
            if (separator != ',') {
                throw wrong("neither comma nor end of object");
            }
        }
    }

    private PathTrie.@Nullable Node child(PathTrie.Node node, int start, int end) {
        return text == RawKind.TEXT
                ? node.child(json, start, end)
                : node.child(RawText.decode(text, json, start, end));
    }

    private void value(PathTrie.@Nullable Node node, int depth) {
        byte first = next();
        int start = at;
        switch (first) {
            case '"' -> {
                at++;
                readText();
                note(node, text, start + 1, at - 1);
            }
            case '{' -> {
                at++;
                note(node, RawKind.OBJECT, start, start);
                object(node != null && node.leadsOn() ? node : null, depth + 1);
            }
            case '[' -> {
                at++;
                list(depth + 1);
                note(node, RawKind.LIST, start, at);
                if (node != null && node.leadsOn()) {
                    table.setIrregular();
                }
            }
            case 't' -> note(node, RawKind.TRUE, start, word("true"));
            case 'f' -> note(node, RawKind.FALSE, start, word("false"));
            case 'n' -> note(node, RawKind.NULL, start, word("null"));
            default -> note(node, number(), start, at);
        }
    }

    private void note(PathTrie.@Nullable Node node, RawKind kind, int start, int end) {
        if (node != null) {
            table.put(node, kind, start, end);
        }
    }

    private void list(int depth) {
        if (depth > JsonEvent.MAX_DEPTH) {
            throw wrong("more than " + JsonEvent.MAX_DEPTH + " levels");
        }
        if (next() == ']') {
            at++;
            return;
        }
        while (true) {
            value(null, depth);
            byte separator = next();
            at++;
            if (separator == ']') {
                return;
            }
            if (separator != ',') {
                throw wrong("neither comma nor end of list");
            }
        }
    }

    /** Stands behind the opening quote, and ends behind the closing one. */
    private void readText() {
        boolean escaped = false;
        boolean hidden = false;
        int i = at;
        while (true) {
            i = special(i);
            if (i >= json.length) {
                throw wrong("a text that does not end");
            }
            byte b = json[i];
            if (b == '"') {
                at = i + 1;
                veiled |= hidden;
                text = hidden ? RawKind.VEILED_TEXT : escaped ? RawKind.ESCAPED_TEXT : RawKind.TEXT;
                return;
            }
            escaped = true;
            if (b == '\\') {
                int length = escape(i);
                hidden |= length > 2 && hidesPlain(RawText.escaped(json, i)) || json[i + 1] == '/';
                i += length;
            } else if (b < 0) {
                int length = letter(i);
                hidden |= length <= 3 && foldsToAscii(RawText.codePoint(json, i));
                i += length;
            } else {
                at = i;
                throw wrong("a control character in a text");
            }
        }
    }

    /** The next quote, backslash, control character or letter beyond ASCII; eight bytes at a time. */
    private int special(int from) {
        int i = from;
        for (; i + Long.BYTES <= json.length; i += Long.BYTES) {
            long eight = (long) LONGS.get(json, i);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long telling = ((quotes - LOW_BITS) & ~quotes
                            | (backslashes - LOW_BITS) & ~backslashes
                            | (eight - SPACES) & ~eight
                            | eight)
                    & HIGH_BITS;
            if (telling != 0) {
                return i + (Long.numberOfTrailingZeros(telling) >>> 3);
            }
        }
        while (i < json.length && json[i] >= ' ' && json[i] != '"' && json[i] != '\\') {
            i++;
        }
        return i;
    }

    private int escape(int backslash) {
        int kind = backslash + 1 < json.length ? json[backslash + 1] : 0;
        if (kind != 'u') {
            if ("\"\\/bfnrt".indexOf(kind) < 0) {
                at = backslash;
                throw wrong("an unknown escape");
            }
            return 2;
        }
        for (int i = backslash + 2; i < backslash + 6; i++) {
            if (i >= json.length || Character.digit(json[i], 16) < 0) {
                at = backslash;
                throw wrong("an unknown escape");
            }
        }
        return 6;
    }

    private static boolean hidesPlain(int unit) {
        return unit >= ' ' && (unit < 0x7f || foldsToAscii(unit));
    }

    private int letter(int i) {
        int length = RawText.lengthOfValid(json, i);
        if (length == 0) {
            at = i;
            throw wrong("bytes that are not UTF-8");
        }
        return length;
    }

    /** Dotted and dotless i, long s, and the sign of kelvin. */
    private static boolean foldsToAscii(int unit) {
        return unit == 0x130 || unit == 0x131 || unit == 0x17f || unit == 0x212a;
    }

    private int word(String word) {
        if (at + word.length() > json.length) {
            throw wrong("no value");
        }
        for (int i = 0; i < word.length(); i++) {
            if (json[at + i] != word.charAt(i)) {
                throw wrong("no value");
            }
        }
        at += word.length();
        return at;
    }

    private RawKind number() {
        int start = at;
        boolean negative = json[at] == '-';
        if (negative) {
            at++;
        }
        int digits = at;
        digits();
        boolean zero = json[digits] == '0';
        if (zero && at > digits + 1) {
            throw wrong("a number with a leading zero");
        }
        boolean whole = true;
        if (at < json.length && json[at] == '.') {
            at++;
            digits();
            whole = false;
        }
        if (at < json.length && (json[at] | ' ') == 'e') {
            at++;
            if (at < json.length && (json[at] == '+' || json[at] == '-')) {
                at++;
            }
            digits();
            whole = false;
        }
        return whole && !(negative && zero) && at - start <= RawText.LONGEST_INTEGER ? RawKind.INTEGER : RawKind.NUMBER;
    }

    private void digits() {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("no value");
        }
    }

    private byte next() {
        skipSpace();
        if (at >= json.length) {
            throw wrong("the end");
        }
        return json[at];
    }

    private void skipSpace() {
        while (at < json.length
                && json[at] <= ' '
                && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private NoJsonObject wrong(String found) {
        return new NoJsonObject("not one JSON object: " + found + " at byte " + at);
    }
}
