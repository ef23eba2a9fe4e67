package vn.chieng.cli.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chieng.cli.audit.Verdict.Broken;
import vn.chieng.cli.audit.Verdict.Damage;

/** Goes through a file once, from its first line to its last byte. */
final class FileWalk {
    /** Lines looked ahead to tell a swap from a removal, and which of two neighbours was changed. */
    private static final int AHEAD = 3;

    private final LineReader reader;
    private final @Nullable KeyRing trusted;
    private final MessageDigest sum = Hash.digest();
    private final Deque<LineReader.Line> ahead = new ArrayDeque<>();
    private final TreeSet<String> signers = new TreeSet<>();
    private long line;

    FileWalk(LineReader reader, @Nullable KeyRing trusted) {
        this.reader = reader;
        this.trusted = trusted;
    }

    Verdict verdict() throws IOException {
        LineReader.Line first = next();
        Optional<FileLine.Header> header = first == null ? Optional.empty() : FileLine.header(first.latin());
        if (first != null && !first.whole() && peek(0) == null) {
            return new Broken(1, null, Damage.TRUNCATED, "the file ends within its first line");
        }
        if (header.isEmpty() || first == null || !first.whole()) {
            return new Broken(1, null, Damage.CHANGED, "the first line is not as it was written");
        }
        KeyRing keys = trusted == null ? own(header.get()) : trusted;
        if (keys == null) {
            return new Broken(1, null, Damage.CHANGED, "the first line names a key that is none");
        }
        add(first);
        return body(header.get(), new ChainWalk(header.get(), keys));
    }

    private static @Nullable KeyRing own(FileLine.Header header) {
        var ring = new KeyRing();
        return header.keys().stream().allMatch(ring::add) ? ring : null;
    }

    private Verdict body(FileLine.Header header, ChainWalk chain) throws IOException {
        while (true) {
            LineReader.Line next = next();
            if (next == null) {
                return truncated(chain, line, "without its last line");
            }
            Optional<FileLine> read = next.whole() ? FileLine.of(next.latin()) : Optional.empty();
            if (read.isEmpty()) {
                return !next.whole() && peek(0) == null
                        ? truncated(chain, line, "within a line")
                        : unreadable(line, chain, next);
            }
            if (read.get() instanceof FileLine.Trailer trailer) {
                return end(header, chain, trailer);
            }
            Broken broken = chain.next(line, read.get(), upcoming());
            if (broken != null) {
                return broken;
            }
            signers.addAll(chain.signers());
            add(next);
        }
    }

    private static Broken truncated(ChainWalk chain, long line, String how) {
        return new Broken(line, chain.expected(), Damage.TRUNCATED, "the file ends " + how);
    }

    private static Broken unreadable(long at, ChainWalk chain, LineReader.Line line) {
        if (line.latin().startsWith("{\"anchor\":")) {
            return new Broken(at, null, Damage.CHANGED, "an anchor is not as it was written");
        }
        if (line.latin().startsWith("{\"trailer\":")) {
            return new Broken(at, null, Damage.CHANGED, "the last line is not as it was written");
        }
        return new Broken(
                at,
                chain.expected(),
                Damage.CHANGED,
                "what stands in the place of this entry is not as it was written");
    }

    private Verdict end(FileLine.Header header, ChainWalk chain, FileLine.Trailer trailer) throws IOException {
        Broken broken = chain.ends(line, trailer);
        if (broken != null) {
            return broken;
        }
        if (!trailer.sum().equals(Hash.hex(sum.digest()))) {
            return new Broken(1, null, Damage.CHANGED, "the first line is not the one that was signed");
        }
        LineReader.Line behind = next();
        if (behind != null) {
            return new Broken(line, null, Damage.APPENDED, "something stands behind the last line");
        }
        signers.add(trailer.key());
        return new Verdict.Sound(
                header.from(),
                header.to(),
                header.first(),
                trailer.entries(),
                chain.days(),
                trailer.anchors(),
                chain.anchored(),
                signers);
    }

    private LineReader.@Nullable Line next() throws IOException {
        LineReader.Line next = ahead.isEmpty() ? reader.next() : ahead.removeFirst();
        if (next != null) {
            line++;
        }
        return next;
    }

    private LineReader.@Nullable Line peek(int at) throws IOException {
        while (ahead.size() <= at) {
            LineReader.Line next = reader.next();
            if (next == null) {
                return null;
            }
            ahead.addLast(next);
        }
        return new ArrayList<>(ahead).get(at);
    }

    /** The next lines, as far as they can be read; asked for only where something is wrong. */
    private Upcoming upcoming() {
        return () -> {
            List<FileLine> lines = new ArrayList<>();
            for (int i = 0; i < AHEAD; i++) {
                LineReader.Line each = peek(i);
                if (each != null) {
                    FileLine.of(each.latin()).ifPresent(lines::add);
                }
            }
            return lines;
        };
    }

    /** What follows. */
    interface Upcoming {
        List<FileLine> lines() throws IOException;
    }

    private void add(LineReader.Line line) {
        sum.update(line.latin().getBytes(StandardCharsets.ISO_8859_1));
        sum.update((byte) '\n');
    }
}
