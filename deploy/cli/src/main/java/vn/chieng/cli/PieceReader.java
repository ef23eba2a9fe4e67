package vn.chieng.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.cli.EventFiles.Form;
import vn.chieng.cli.EventFiles.Piece;

/** Cuts one stream into pieces; holds one document at most. */
final class PieceReader {
    private static final int INPUT_BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String file;
    private final Form form;
    private final Consumer<Piece> sink;
    private final Deque<NumberedLine> pushedBack = new ArrayDeque<>();
    private long linesRead;
    private boolean inArray;
    private boolean begun;

    PieceReader(String file, Form form, Consumer<Piece> sink) {
        this.file = file;
        this.form = form;
        this.sink = sink;
    }

    /** One line, or the rest of one behind a document; {@code column} says how much of the line came before. */
    @SuppressWarnings("ArrayRecordComponent") // lines are never compared
    private record NumberedLine(long number, int column, byte[] bytes) {
        boolean isBlank() {
            return firstByte() < 0;
        }

        int firstIndex() {
            int index = 0;
            while (index < bytes.length && isSpace(bytes[index])) {
                index++;
            }
            return index;
        }

        int firstByte() {
            int index = firstIndex();
            return index < bytes.length ? bytes[index] & 0xFF : -1;
        }

        NumberedLine from(int index) {
            return new NumberedLine(number, column + index, java.util.Arrays.copyOfRange(bytes, index, bytes.length));
        }
    }

    void readAll(InputStream source) throws IOException {
        InputStream in = new BufferedInputStream(source, INPUT_BUFFER);
        for (NumberedLine line = next(in); line != null; line = next(in)) {
            if (form == Form.LINES) {
                sink.accept(new Piece.Line(file, line.number(), line.bytes()));
            } else if (!line.isBlank()) {
                readPiece(in, line);
                begun = true;
            }
        }
    }

    private void readPiece(InputStream in, NumberedLine line) throws IOException {
        NumberedLine rest = line.from(line.firstIndex());
        int first = rest.firstByte();
        if (first == '[' && !begun && opensArray(in, rest)) {
            inArray = true;
            pushedBack.push(rest.from(1));
        } else if (inArray && (first == ',' || first == ']')) {
            pushedBack.push(rest.from(1));
        } else if (first == '{') {
            readDocument(in, rest);
        } else if (form == Form.JSON) {
            sink.accept(new Piece.Broken(
                    file, rest.number(), rest.bytes(), rest.number(), rest.column() + 1, "not a JSON object"));
        } else {
            sink.accept(new Piece.Line(file, line.number(), line.bytes()));
        }
    }

    /** Whether an opening bracket is followed by an object, and not by the rest of a text line. */
    private boolean opensArray(InputStream in, NumberedLine line) throws IOException {
        NumberedLine behind = line.from(1);
        if (!behind.isBlank()) {
            return behind.firstByte() == '{' || behind.firstByte() == ']';
        }
        NumberedLine following = next(in);
        if (following == null) {
            return false;
        }
        pushedBack.push(following);
        return following.firstByte() == '{' || following.firstByte() == ']';
    }

    private void readDocument(InputStream in, NumberedLine start) throws IOException {
        BraceScanner scanner = new BraceScanner();
        List<NumberedLine> lines = new ArrayList<>();
        int size = 0;
        for (NumberedLine line = start; line != null; line = next(in)) {
            lines.add(line);
            size += line.bytes().length + 1;
            int end = scanner.scan(line.bytes());
            if (end >= 0) {
                sink.accept(new Piece.Document(file, start.number(), joined(lines, end)));
                pushedBack.push(line.from(end));
                return;
            }
            if (scanner.isBroken() || size > EventFiles.LineBuffer.MAX_BYTES) {
                break;
            }
        }
        handOverBroken(lines, scanner);
    }

    /** The broken text ends where the next line looks like the beginning of something new. */
    private void handOverBroken(List<NumberedLine> lines, BraceScanner scanner) {
        int end = 1;
        while (end < lines.size() && !beginsAnew(lines.get(end))) {
            end++;
        }
        for (int index = lines.size() - 1; index >= end; index--) {
            pushedBack.push(lines.get(index));
        }
        List<NumberedLine> broken = lines.subList(0, end);
        NumberedLine last = broken.getLast();
        String problem = scanner.isBroken() ? scanner.problem() : "the object does not end";
        byte[] bytes = joined(broken, last.bytes().length);
        int column = last.column() + last.bytes().length + 1;
        sink.accept(new Piece.Broken(file, broken.getFirst().number(), bytes, last.number(), column, problem));
    }

    private boolean beginsAnew(NumberedLine line) {
        int first = line.bytes().length == 0 ? ' ' : line.bytes()[0];
        if (first == '{') {
            return true;
        }
        return form == Form.JSON_OR_LINES && !isSpace((byte) first) && first != '}' && first != ']' && first != '"';
    }

    private static byte[] joined(List<NumberedLine> lines, int endOfLast) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (NumberedLine line : lines.subList(0, lines.size() - 1)) {
            all.writeBytes(line.bytes());
            all.write('\n');
        }
        all.write(lines.getLast().bytes(), 0, endOfLast);
        return all.toByteArray();
    }

    private @Nullable NumberedLine next(InputStream in) throws IOException {
        NumberedLine waiting = pushedBack.poll();
        if (waiting != null) {
            return waiting;
        }
        EventFiles.LineBuffer buffer = new EventFiles.LineBuffer();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            buffer.write(next);
            if (buffer.full()) {
                break;
            }
            next = in.read();
        }
        linesRead++;
        return new NumberedLine(linesRead, 0, cleaned(buffer.toByteArray(), linesRead == 1));
    }

    /** Without the carriage return of Windows and, on the first line, without a byte order mark. */
    private static byte[] cleaned(byte[] line, boolean first) {
        int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        boolean marked = first
                && end >= BYTE_ORDER_MARK.length
                && java.util.Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        int start = marked ? BYTE_ORDER_MARK.length : 0;
        return java.util.Arrays.copyOfRange(line, start, end);
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }
}
