package vn.chieng.sigma.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** What is counted of rules and of their log sources; one thread counts, and any may look. */
final class Counts {
    private final AtomicLongArray events;
    private final AtomicLongArray candidates;
    private final AtomicLongArray matches;
    private final AtomicLongArray nanoseconds;
    private final int oneIn;

    Counts(int rules, int buckets, int oneIn) {
        this.events = new AtomicLongArray(buckets);
        this.candidates = new AtomicLongArray(rules);
        this.matches = new AtomicLongArray(rules);
        this.nanoseconds = new AtomicLongArray(rules);
        this.oneIn = oneIn;
    }

    private static void add(AtomicLongArray counts, int place, long more) {
        counts.setOpaque(place, counts.getPlain(place) + more);
    }

    void event(int bucket) {
        add(events, bucket, 1);
    }

    void candidate(int rule) {
        add(candidates, rule, 1);
    }

    void match(int rule) {
        add(matches, rule, 1);
    }

    /** The time of one sample stands for that of all events between it and the next. */
    void cost(int rule, long time) {
        add(nanoseconds, rule, time * oneIn);
    }

    long events(int bucket) {
        return events.getOpaque(bucket);
    }

    long candidates(int rule) {
        return candidates.getOpaque(rule);
    }

    long matches(int rule) {
        return matches.getOpaque(rule);
    }

    long nanoseconds(int rule) {
        return nanoseconds.getOpaque(rule);
    }
}
