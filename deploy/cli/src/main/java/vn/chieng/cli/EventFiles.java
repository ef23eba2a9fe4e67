package vn.chieng.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads files of events: NDJSON, several JSON documents one after another, one JSON array of documents, or lines of text;
 * plain, {@code .gz} or {@code .zip}. A broken document is handed over as such, and reading goes on behind it.
 */
final class EventFiles {
    private final InputStream standardInput;

    EventFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** How to take what is not a JSON object. */
    enum Form {
        /** A line that does not begin with an opening brace is a frame of its own. */
        JSON_OR_LINES,
        /** Everything should be a JSON object. */
        JSON,
        /** Every line is a frame, whatever it holds. */
        LINES
    }

    /** One piece of a file; {@code line} is the number, from 1, of the line it begins on. */
    @SuppressWarnings("ArrayRecordComponent") // pieces are handed over once and never compared
    sealed interface Piece {
        String file();

        long line();

        byte[] bytes();

        /** One object with balanced braces; it still has to be parsed. */
        record Document(String file, long line, byte[] bytes) implements Piece {}

        /** One line of text without its line end. */
        record Line(String file, long line, byte[] bytes) implements Piece {}

        /** Text that should have been a JSON object; {@code brokenLine} and {@code column} say where it broke. */
        record Broken(String file, long line, byte[] bytes, long brokenLine, int column, String problem)
                implements Piece {}
    }

    /** Hands over the pieces of a file in order; {@code -} is standard input. */
    void read(String path, Form form, Consumer<Piece> sink) throws IOException {
        if (path.equals("-")) {
            new PieceReader(path, form, sink).readAll(standardInput);
        } else if (path.endsWith(".zip")) {
            readZip(path, form, sink);
        } else {
            try (InputStream in = open(path)) {
                new PieceReader(path, form, sink).readAll(in);
            }
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream file = Files.newInputStream(Path.of(path));
        if (!path.endsWith(".gz")) {
            return file;
        }
        try {
            return new GZIPInputStream(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The only member of an archive goes by the archive's name; of several, each adds its own. */
    private static void readZip(String path, Form form, Consumer<Piece> sink) throws IOException {
        try (ZipFile zip = new ZipFile(path)) {
            var members = zip.stream().filter(entry -> !entry.isDirectory()).toList();
            for (ZipEntry member : members) {
                String name = members.size() == 1 ? path : path + "!/" + member.getName();
                try (InputStream in = zip.getInputStream(member)) {
                    new PieceReader(name, form, sink).readAll(in);
                }
            }
        }
    }

    /** A growing line that refuses to grow without end. */
    static final class LineBuffer extends ByteArrayOutputStream {
        /** Longest line, and longest document, that is read whole; longer ones are cut into pieces. */
        static final int MAX_BYTES = 16 << 20;

        boolean full() {
            return count >= MAX_BYTES;
        }
    }
}
