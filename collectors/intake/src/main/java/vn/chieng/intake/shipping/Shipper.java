package vn.chieng.intake.shipping;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.codecs.Codec;
import vn.chieng.intake.spool.Spool;
import vn.chieng.intake.spool.SpoolReader;
import vn.chieng.intake.spool.SpooledFrame;

/** The thread from spool to Kafka: in order, again and again until Kafka has it, never held up by one record. */
public final class Shipper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
    private static final int MAX_IN_FLIGHT = 10_000;
    private static final long WAIT_MILLIS = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration SLOW_ANSWER = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final Spool spool;
    private final Outlet.Factory outlets;
    private final Stamper stamper;
    private final Counter shipped;
    private final Counter dead;
    private final Counter lost;
    private final Counter reopened;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean connected;
    private volatile @Nullable InFlight inFlight;

    Shipper(
            Spool spool,
            Outlet.Factory outlets,
            Function<String, Optional<Codec>> codecs,
            int maxValueBytes,
            MeterRegistry registry) {
        this.spool = spool;
        this.outlets = outlets;
        this.stamper = new Stamper(spool.intakeId(), codecs, maxValueBytes, registry);
        this.shipped = registry.counter("chieng.intake.events.shipped");
        this.dead = registry.counter("chieng.intake.events.dead");
        this.lost = registry.counter("chieng.intake.events.lost");
        this.reopened = registry.counter("chieng.intake.outlets.reopened");
        this.thread = Thread.ofPlatform().daemon().name("shipper").start(this::run);
    }

    /** Ships to Kafka. */
    public static Shipper toKafka(
            Spool spool, KafkaSettings settings, Function<String, Optional<Codec>> codecs, MeterRegistry registry) {
        return new Shipper(spool, new KafkaOutletFactory(settings), codecs, KafkaSettings.MAX_VALUE_BYTES, registry);
    }

    /** Whether Kafka takes events, as far as is known. */
    public boolean connected() {
        InFlight current = inFlight;
        return connected && (current == null || current.oldestNanos() < SLOW_ANSWER.toNanos());
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            try (Outlet outlet = outlets.open();
                    SpoolReader reader = spool.reader()) {
                LOG.atInfo().addKeyValue("event.sequence", reader.wanted()).log("shipping to kafka");
                connected = true;
                pause = FIRST_PAUSE;
                ship(outlet, reader);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!stopping) {
                    LOG.atWarn()
                            .addKeyValue("error.message", String.valueOf(e))
                            .log("shipping is interrupted, trying again");
                }
            }
            connected = false;
            pause = pause(pause);
        }
    }

    private Duration pause(Duration pause) {
        if (!stopping) {
            reopened.increment();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private void ship(Outlet outlet, SpoolReader reader) throws IOException, InterruptedException {
        InFlight flying = new InFlight(spool, MAX_IN_FLIGHT);
        inFlight = flying;
        while (!stopping && flying.brokenBy() == null) {
            SpooledFrame frame = reader.next();
            if (frame == null) {
                spool.awaitReadable(reader.wanted(), WAIT_MILLIS);
                continue;
            }
            OutgoingRecord event = stamper.stamp(frame);
            InFlight.Sent sent = flying.add(frame.sequence(), frame.size());
            if (sent != null) {
                outlet.send(event, result -> answered(outlet, flying, event, sent, result));
            }
        }
        if (flying.brokenBy() != null) {
            LOG.atWarn().addKeyValue("error.message", flying.brokenBy()).log("kafka connection is given up");
        }
    }

    private void answered(
            Outlet outlet, InFlight flying, OutgoingRecord event, InFlight.Sent sent, Outlet.Result result) {
        switch (result) {
            case Outlet.Result.Stored _ -> {
                shipped.increment();
                flying.done(sent);
            }
            case Outlet.Result.Broken(String reason) -> flying.broken(reason);
            case Outlet.Result.Refused(String reason) ->
                outlet.sendDead(event, reason, buried -> buried(flying, sent, reason, buried));
        }
    }

    private void buried(InFlight flying, InFlight.Sent sent, String reason, Outlet.Result result) {
        switch (result) {
            case Outlet.Result.Stored _ -> {
                dead.increment();
                LOG.atWarn().addKeyValue("error.message", reason).log("kafka refused an event, it is a dead letter");
                flying.done(sent);
            }
            case Outlet.Result.Broken(String broken) -> flying.broken(broken);
            case Outlet.Result.Refused(String again) -> {
                lost.increment();
                LOG.atError()
                        .addKeyValue("error.message", reason)
                        .addKeyValue("error.code", again)
                        .log("kafka refused an event and its dead letter, it is lost");
                flying.done(sent);
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
