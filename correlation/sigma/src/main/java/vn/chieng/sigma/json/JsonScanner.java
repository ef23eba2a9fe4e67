package vn.chieng.sigma.json;

import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.FieldTable;
import vn.chieng.sigma.match.PathTrie;
import vn.chieng.sigma.raw.RawKind;
import vn.chieng.sigma.raw.RawText;

/**
 * Reads through one JSON object after the other and notes where the values stand to which paths lead; checks the grammar of
 * all of it, and decodes nothing.
 */
final class JsonScanner {
    private final QuoteMarks marks = new QuoteMarks();
    private byte[] json = {};
    private FieldTable table;
    private RawKind text = RawKind.TEXT;
    private int at;
    private int mark;

    @SuppressWarnings("NullAway.Init") // the table is set before anything is read
    JsonScanner() {}

    /** Whether letters of ASCII may be written otherwise. */
    boolean isVeiled() {
        return marks.isVeiled();
    }

    void scan(byte[] document, FieldTable target) {
        json = document;
        table = target;
        at = 0;
        mark = 0;
        table.setJson(json);
        marks.read(json);
        text = marks.isVeiled() ? RawKind.VEILED_TEXT : RawKind.TEXT;
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
            int start = at + 1;
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
        return text == RawKind.TEXT ? node.child(json, start, end) : node.child(RawText.decode(text, json, start, end));
    }

    private void value(PathTrie.@Nullable Node node, int depth) {
        byte first = next();
        int start = at;
        switch (first) {
            case '"' -> {
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

    /** Stands at the opening quote, and ends behind the closing one. */
    private void readText() {
        if (mark + 1 >= marks.count() || marks.get(mark) != at) {
            throw wrong("a text that does not end");
        }
        at = marks.get(mark + 1) + 1;
        mark += 2;
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
        return new NoJsonObject(found, at);
    }
}
