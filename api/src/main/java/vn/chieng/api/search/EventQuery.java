package vn.chieng.api.search;

import java.time.Instant;
import java.util.List;
import vn.chieng.api.query.Query;

/**
 * Which events are asked for.
 *
 * @param from their time is this or later
 * @param before their time is earlier than this
 * @param after the place where the page before ended; empty at the beginning
 */
record EventQuery(Query asked, Instant from, Instant before, int size, List<String> after) {
    /** Most events of one page. */
    static final int MOST = 200;

    EventQuery {
        after = List.copyOf(after);
        if (!from.isBefore(before)) {
            throw new IllegalArgumentException("from");
        }
    }

    EventQuery after(List<String> place) {
        return new EventQuery(asked, from, before, size, place);
    }

    EventQuery sized(int other) {
        return new EventQuery(asked, from, before, other, after);
    }
}
