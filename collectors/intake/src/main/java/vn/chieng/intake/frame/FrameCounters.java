package vn.chieng.intake.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what happened to frames on their way into the spool. */
public final class FrameCounters {
    /** Why a frame, a connection or a request was not taken, or was taken as an error; few and fixed. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        INCOMPLETE,
        IMPLAUSIBLE_LENGTH,
        INVALID_JSON,
        UNREGISTERED,
        BAD_KEY,
        TOO_MANY_BAD_KEYS,
        BAD_REQUEST,
        BODY_TOO_LARGE,
        TOO_MANY_CONNECTIONS,
        TOO_MANY_CONNECTIONS_OF_SOURCE,
        IDLE,
        SPOOL_FULL
    }

    private final MeterRegistry registry;
    private final Map<Transport, Counter> received = new EnumMap<>(Transport.class);
    private final Map<Transport, Counter> accepted = new EnumMap<>(Transport.class);

    public FrameCounters(MeterRegistry registry) {
        this.registry = registry;
        for (Transport transport : Transport.values()) {
            received.put(transport, registry.counter("chieng.intake.frames.received", "transport", transport.label()));
            accepted.put(transport, registry.counter("chieng.intake.frames.accepted", "transport", transport.label()));
        }
    }

    /** A frame was cut from the stream. */
    public void received(Transport transport) {
        increment(received, transport, 1);
    }

    /** Frames went to the spool. */
    public void accepted(Transport transport, int count) {
        increment(accepted, transport, count);
    }

    /** Something was sent back, ignored, or kept only as a {@code pipeline_error}. */
    public void refused(Transport transport, Reason reason) {
        count("chieng.intake.frames.refused", transport, reason);
    }

    /** A frame is lost, since its sender cannot be slowed. */
    public void dropped(Transport transport, Reason reason) {
        count("chieng.intake.frames.dropped", transport, reason);
    }

    private void count(String name, Transport transport, Reason reason) {
        registry.counter(
                        name,
                        "transport",
                        transport.label(),
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private static void increment(Map<Transport, Counter> counters, Transport transport, int count) {
        Counter counter = counters.get(transport);
        if (counter != null) {
            counter.increment(count);
        }
    }
}
