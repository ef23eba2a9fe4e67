package vn.chieng.intake.frame;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts open connections, in all and by address, and says no above the limits. */
public final class ConnectionLimit {
    private final int maxConnections;
    private final int maxPerAddress;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    public ConnectionLimit(int maxConnections, int maxPerAddress) {
        this.maxConnections = maxConnections;
        this.maxPerAddress = maxPerAddress;
    }

    /** Takes a place, or says which limit is reached; a place taken is given back by {@link #leave}. */
    public Optional<FrameCounters.Reason> enter(InetAddress address) {
        if (open.incrementAndGet() > maxConnections) {
            open.decrementAndGet();
            return Optional.of(FrameCounters.Reason.TOO_MANY_CONNECTIONS);
        }
        if (byAddress.merge(address, 1, Integer::sum) > maxPerAddress) {
            leave(address);
            return Optional.of(FrameCounters.Reason.TOO_MANY_CONNECTIONS_OF_SOURCE);
        }
        return Optional.empty();
    }

    /** Gives a place back. */
    public void leave(InetAddress address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Open connections. */
    public int open() {
        return open.get();
    }
}
