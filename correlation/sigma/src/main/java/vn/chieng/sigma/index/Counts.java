package vn.chieng.sigma.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** What is counted of rules and of their log sources. */
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

    void event(int bucket) {
        events.getAndAdd(bucket, 1);
    }

    void candidate(int rule) {
        candidates.getAndAdd(rule, 1);
    }

    void match(int rule) {
        matches.getAndAdd(rule, 1);
    }

    /** The time of one sample stands for that of all events between it and the next. */
    void cost(int rule, long time) {
        nanoseconds.getAndAdd(rule, time * oneIn);
    }

    long events(int bucket) {
        return events.get(bucket);
    }

    long candidates(int rule) {
        return candidates.get(rule);
    }

    long matches(int rule) {
        return matches.get(rule);
    }

    long nanoseconds(int rule) {
        return nanoseconds.get(rule);
    }
}
