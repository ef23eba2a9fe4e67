package vn.chieng.sigma.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether any of some literals can occur in the texts of a JSON document, in its bytes, before anything is decoded.
 * A yes may be wrong, a no never is: each literal is stood for by a piece of it that JSON writes in one way only. Skips as
 * many bytes at a time as the shortest piece allows.
 */
public final class Fragments {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int HASHES = 1 << 12;
    private static final int LOWER = 0x20;
    private static final String ESCAPED = "\"\\/";
    private static final String NUMERIC = "0123456789+-.einfaty";

    /** By what stands at the end of the window. */
    private final byte[][][] pieces = new byte[HASHES][][];

    private final int window;
    private final byte[] shifts = new byte[HASHES];

    private Fragments(List<byte[]> pieces) {
        this.window = pieces.stream().mapToInt(piece -> piece.length).min().orElse(LONGEST);
        Arrays.fill(shifts, (byte) (window - 1));
        for (byte[] piece : pieces) {
            add(hash(piece[window - 2], piece[window - 1]), piece);
            for (int end = 2; end <= window; end++) {
                int hash = hash(piece[end - 2], piece[end - 1]);
                shifts[hash] = (byte) Math.min(shifts[hash], window - end);
            }
        }
    }

    private void add(int hash, byte[] piece) {
        byte[][] before = pieces[hash];
        byte[][] after = before == null ? new byte[1][] : Arrays.copyOf(before, before.length + 1);
        after[after.length - 1] = piece;
        pieces[hash] = after;
    }

    /** Null where one of the folded literals has no piece that could stand for it. */
    public static @Nullable Fragments of(Collection<String> literals) {
        List<byte[]> pieces = new ArrayList<>();
        for (String literal : literals) {
            byte[] piece = piece(literal);
            if (piece == null) {
                return null;
            }
            pieces.add(piece);
        }
        return new Fragments(pieces);
    }

    /** The longest run of plain characters; null where it is short, or could stand in a number, which has many spellings. */
    private static byte @Nullable [] piece(String literal) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= literal.length(); i++) {
            if (i == literal.length() || !isPlain(literal.charAt(i))) {
                if (i - start > longest.length()) {
                    longest = literal.substring(start, i);
                }
                start = i + 1;
            }
        }
        if (longest.length() < SHORTEST || literal.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0)) {
            return null;
        }
        byte[] bytes = new byte[Math.min(longest.length(), LONGEST)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) longest.charAt(i);
        }
        return bytes;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && ESCAPED.indexOf(c) < 0;
    }

    /** Whether a piece occurs, letters taken in either case. */
    public boolean mayOccurIn(byte[] json) {
        int end = window - 1;
        while (end < json.length) {
            int hash = hash(json[end - 1], json[end]);
            int shift = shifts[hash];
            if (shift == 0) {
                if (begins(json, end - window + 1, pieces[hash])) {
                    return true;
                }
                shift = 1;
            }
            end += shift;
        }
        return false;
    }

    private static boolean begins(byte[] json, int start, byte[][] candidates) {
        for (byte[] piece : candidates) {
            int matched = 0;
            while (matched < piece.length
                    && start + matched < json.length
                    && CaseFolding.fold((char) (json[start + matched] & 0xff)) == piece[matched]) {
                matched++;
            }
            if (matched == piece.length) {
                return true;
            }
        }
        return false;
    }

    private static int hash(byte one, byte two) {
        return ((one | LOWER) * 67 + (two | LOWER)) & (HASHES - 1);
    }
}
