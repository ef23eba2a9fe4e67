package vn.chieng.sigma.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether any of some literals can occur in the texts of a JSON document, in its bytes, before anything is decoded.
 * A yes may be wrong, a no never is: each literal is stood for by a piece of it that JSON writes in one way only. Four
 * bytes at a time are looked up, at as large a distance as the shortest piece allows.
 */
public final class Fragments {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;
    private static final String ESCAPED = "\"\\/";
    private static final String NUMERIC = "0123456789+-.einfaty";
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LOWER = 0x20202020;
    private static final int THREE_BYTES = 0xffffff;
    private static final int ODD = 0x9e3779b1;
    private static final int HASH_BITS = 15;

    /** A bit for the hash of each gram. */
    private final long[] grams = new long[1 << (HASH_BITS - 6)];

    private final Map<Integer, List<Place>> places = new HashMap<>();
    private final int mask;
    private final int stride;

    /** Where in a piece a gram stands. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Place(byte[] piece, int offset) {}

    private Fragments(List<byte[]> pieces) {
        int shortest = pieces.stream().mapToInt(piece -> piece.length).min().orElse(LONGEST);
        int size = Math.min(shortest, Integer.BYTES);
        this.mask = size == Integer.BYTES ? -1 : THREE_BYTES;
        this.stride = shortest - size + 1;
        for (byte[] piece : pieces) {
            for (int offset = 0; offset < stride; offset++) {
                add(piece, offset);
            }
        }
    }

    private void add(byte[] piece, int offset) {
        int gram = 0;
        for (int i = 0; i < Integer.BYTES && offset + i < piece.length; i++) {
            gram |= (piece[offset + i] & 0xff) << i * Byte.SIZE;
        }
        gram = (gram | LOWER) & mask;
        int hash = gram * ODD >>> -HASH_BITS;
        grams[hash >> 6] |= 1L << hash;
        places.computeIfAbsent(gram, _ -> new ArrayList<>()).add(new Place(piece, offset));
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
        int last = json.length - Integer.BYTES;
        for (int i = 0; i <= last; i += stride) {
            int gram = ((int) INTS.get(json, i) | LOWER) & mask;
            int hash = gram * ODD >>> -HASH_BITS;
            if ((grams[hash >> 6] >>> hash & 1) != 0 && isAt(json, i, gram)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] json, int at, int gram) {
        for (Place place : places.getOrDefault(gram, List.of())) {
            if (begins(json, at - place.offset, place.piece)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] json, int start, byte[] piece) {
        if (start < 0 || start + piece.length > json.length) {
            return false;
        }
        for (int i = 0; i < piece.length; i++) {
            if (CaseFolding.fold((char) (json[start + i] & 0xff)) != piece[i]) {
                return false;
            }
        }
        return true;
    }
}
