package vn.chieng.intake.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.spool.SpooledFrame;

/**
 * Batches taken lately. One that is sent again keeps its first {@code event.created}, so its events land under the same
 * ids in the same index.
 */
public final class RecentBatches {
    /** Batches remembered at most. */
    static final int MAX_BATCHES = 10_000;
    /** How long one is remembered at most. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Known> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_BATCHES || old(eldest.getValue());
        }
    };

    private record Known(String body, Instant created, boolean complete) {}

    /** What is known of a batch that begins. */
    sealed interface Beginning {
        /** Its frames are to be spooled with this time, which is its first one. */
        record Open(Instant created) implements Beginning {}

        /** All its frames were accepted before. */
        record Complete() implements Beginning {}

        /** The sender used its key for something else before. */
        record OtherBody() implements Beginning {}
    }

    public RecentBatches(Clock clock) {
        this.clock = clock;
    }

    /** Takes up what a former process left in the spool. */
    public synchronized void retained(SpooledFrame spooled) {
        BatchLine line = spooled.frame().line();
        if (line != null) {
            Instant created = spooled.frame().received();
            Known known = byId.getOrDefault(line.batch(), new Known(line.body(), created, false));
            byId.put(line.batch(), new Known(known.body(), known.created(), known.complete() || line.last()));
        }
    }

    synchronized Beginning begin(String batch, String body, Instant now) {
        Known known = byId.get(batch);
        if (known == null || old(known)) {
            byId.remove(batch);
            byId.put(batch, new Known(body, now, false));
            return new Beginning.Open(now);
        }
        if (!known.body().equals(body)) {
            return new Beginning.OtherBody();
        }
        return known.complete() ? new Beginning.Complete() : new Beginning.Open(known.created());
    }

    synchronized void completed(String batch) {
        byId.computeIfPresent(batch, (_, known) -> new Known(known.body(), known.created(), true));
    }

    private boolean old(Known known) {
        return known.created().plus(MAX_AGE).isBefore(clock.instant());
    }
}
