package vn.chieng.api.query;

import java.util.List;
import java.util.Random;

/** Queries put together at random from given conditions. */
public final class RandomQueries {
    private static final int DEPTH = 3;

    private final List<String> terms;
    private final Random random;

    /** The same seed gives the same queries. */
    public RandomQueries(List<String> terms, long seed) {
        this.terms = List.copyOf(terms);
        this.random = new Random(seed);
    }

    /** The next one, as it would be typed. */
    public String next() {
        return next(DEPTH);
    }

    private String next(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 5)) {
            case 1 -> "(" + next(depth - 1) + " OR " + next(depth - 1) + ")";
            case 2 -> next(depth - 1) + " " + next(depth - 1);
            case 3 -> "NOT (" + next(depth - 1) + ")";
            default -> terms.get(random.nextInt(terms.size()));
        };
    }
}
