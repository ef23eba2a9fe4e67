package vn.chieng.intake.syslog;

import java.net.InetAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.frame.FrameCounters.Reason;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.Source;
import vn.chieng.intake.sources.SourceTable;
import vn.chieng.intake.spool.Spool;

/** What both syslog listeners do with a frame: find its source, count it, hand it to the spool. */
final class SyslogReceiver {
    private final Supplier<SourceTable> sources;
    private final Spool spool;
    private final FrameCounters counters;
    private final Clock clock;
    private final boolean refuseUnregistered;

    SyslogReceiver(
            Supplier<SourceTable> sources,
            Spool spool,
            FrameCounters counters,
            Clock clock,
            boolean refuseUnregistered) {
        this.sources = sources;
        this.spool = spool;
        this.counters = counters;
        this.clock = clock;
        this.refuseUnregistered = refuseUnregistered;
    }

    FrameCounters counters() {
        return counters;
    }

    Spool spool() {
        return spool;
    }

    /** The source that sends from here, or empty where unregistered senders are turned away. */
    Optional<Source> source(InetAddress address) {
        Optional<Source> registered = sources.get().byAddress(address);
        return registered.isPresent() || refuseUnregistered ? registered : Optional.of(Source.UNREGISTERED);
    }

    Spool.Level receive(CutFrame cut, InetAddress address, String peer, Transport transport) {
        counters.received(transport);
        if (cut.isEmpty()) {
            counters.refused(transport, Reason.EMPTY);
            return spool.level();
        }
        Optional<Source> source = source(address);
        if (source.isEmpty()) {
            counters.refused(transport, Reason.UNREGISTERED);
            return spool.level();
        }
        if (cut.fault() != null) {
            counters.refused(
                    transport, cut.fault().code().equals(Fault.FRAME_TOO_LONG) ? Reason.TOO_LONG : Reason.INCOMPLETE);
        }
        Spool.Level level = spool.append(new Frame(
                source.get(),
                transport,
                peer,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                cut.fault(),
                cut.bytes()));
        counters.accepted(transport, 1);
        return level;
    }
}
