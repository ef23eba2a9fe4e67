package vn.chieng.api.documents;

import java.util.List;

/** How large a document and its parts may be. */
public final class Limits {
    public static final int BLOCKS = 20_000;
    public static final int ROWS = 5_000;
    public static final int COLUMNS = 16;
    public static final int ITEMS = 2_000;
    public static final int RUNS = 500;
    public static final int SIGNATURES = 8;
    public static final int TEXT = 20_000;
    public static final int LINE = 1_000;
    public static final int ALL_TEXT = 3_000_000;
    public static final int ALL_ROWS = 10_000;
    public static final long FILE_BYTES = 64L << 20;

    private Limits() {}

    static <T> List<T> atMost(int limit, List<T> list, String what) {
        if (list.size() > limit) {
            throw new IllegalArgumentException(what + ": " + list.size() + ", at most " + limit);
        }
        return List.copyOf(list);
    }

    static <T> List<T> someAtMost(int limit, List<T> list, String what) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return atMost(limit, list, what);
    }
}
