package vn.chieng.api.search;

import java.time.Instant;
import java.util.List;

/**
 * What a search found.
 *
 * @param total how many there are, counted up to {@link #COUNTED}
 * @param whole whether every shard answered in time; where not, there may be more
 */
record EventPage(List<FoundEvent> items, long total, boolean whole, List<Bucket> histogram, long interval) {
    /** Counting further costs more than it tells. */
    static final int COUNTED = 100_000;

    EventPage {
        items = List.copyOf(items);
        histogram = List.copyOf(histogram);
    }

    /** Events of one stretch of time. */
    record Bucket(Instant from, long count) {}

    /** How often a value stands in a field. */
    record ValueCount(String value, long count) {}

    /**
     * What stands in one field of the events found.
     *
     * @param distinct about how many different values
     * @param with events that have the field
     * @param others events whose value is not among the first
     */
    record FieldStatistics(String field, List<ValueCount> top, long distinct, long with, long others) {
        FieldStatistics {
            top = List.copyOf(top);
        }
    }
}
