package vn.chieng.intake.http;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts unknown keys by address, so that keys cannot be tried at speed. */
final class BadKeys {
    /** Unknown keys of one address within {@link #WINDOW} before it is turned away. */
    static final int MAX_IN_WINDOW = 20;

    static final Duration WINDOW = Duration.ofMinutes(1);
    /** The answer to an unknown key waits this long. */
    static final Duration DELAY = Duration.ofMillis(250);

    private static final int MAX_ADDRESSES = 1024;

    private final Clock clock;
    private final Map<InetAddress, Tries> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Tries> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Tries(Instant since, int count) {}

    BadKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(InetAddress address) {
        Instant now = clock.instant();
        byAddress.merge(
                address,
                new Tries(now, 1),
                (old, fresh) ->
                        old.since().plus(WINDOW).isBefore(now) ? fresh : new Tries(old.since(), old.count() + 1));
    }

    synchronized boolean tooMany(InetAddress address) {
        Tries tries = byAddress.get(address);
        return tries != null
                && tries.count() >= MAX_IN_WINDOW
                && tries.since().plus(WINDOW).isAfter(clock.instant());
    }
}
