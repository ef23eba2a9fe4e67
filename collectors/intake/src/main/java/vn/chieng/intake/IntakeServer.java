package vn.chieng.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.codecs.Codecs;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.http.HttpLimits;
import vn.chieng.intake.http.HttpListener;
import vn.chieng.intake.http.RecentBatches;
import vn.chieng.intake.shipping.KafkaSettings;
import vn.chieng.intake.shipping.Shipper;
import vn.chieng.intake.sources.SourceFile;
import vn.chieng.intake.spool.Spool;
import vn.chieng.intake.spool.SpoolLimits;
import vn.chieng.intake.syslog.SyslogLimits;
import vn.chieng.intake.syslog.SyslogListeners;

/** All parts of intake, started in the order in which frames go backwards, and stopped in theirs. */
final class IntakeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final int EVENT_LOOPS = 2;
    private static final int COMMIT_BYTES = 256 << 10;
    private static final long CHECKPOINT_MILLIS = 250;
    private static final long SOURCES_MILLIS = 1000;

    private final Spool spool;
    private final Shipper shipper;
    private final EventLoopGroup group;
    private final SyslogListeners syslog;
    private final HttpListener http;
    private final ScheduledExecutorService housekeeping;

    IntakeServer(
            IntakeSettings settings,
            KafkaSettings kafka,
            PrometheusMeterRegistry registry,
            Clock clock,
            Supplier<String> newIntakeId)
            throws IOException {
        RecentBatches recent = new RecentBatches(clock);
        spool = Spool.open(settings.spoolDirectory(), spoolLimits(settings), clock, newIntakeId, recent::retained);
        SourceFile sources = new SourceFile(settings.sourcesFile());
        sources.refresh();
        shipper = Shipper.toKafka(spool, kafka, Codecs::named, registry);
        group = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
        FrameCounters counters = new FrameCounters(registry);
        String host = settings.bindAddress();
        syslog = new SyslogListeners(
                group,
                new InetSocketAddress(host, settings.syslogTcpPort()),
                new InetSocketAddress(host, settings.syslogUdpPort()),
                syslogLimits(settings),
                sources,
                spool,
                counters,
                clock);
        http = new HttpListener(
                group,
                new InetSocketAddress(host, settings.httpPort()),
                httpLimits(settings),
                sources,
                spool,
                recent,
                counters,
                new IntakeStatus(spool, shipper::connected, registry),
                clock);
        housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        repeat(this::checkpoint, CHECKPOINT_MILLIS);
        repeat(sources::refresh, SOURCES_MILLIS);
        gauges(registry);
        LOG.atInfo()
                .addKeyValue(
                        "chieng.intake.syslog_tcp_port", syslog.tcpAddress().getPort())
                .addKeyValue(
                        "chieng.intake.syslog_udp_port", syslog.udpAddress().getPort())
                .addKeyValue("chieng.intake.http_port", http.address().getPort())
                .addKeyValue("chieng.intake.id", spool.intakeId())
                .log("intake listens");
    }

    private static SpoolLimits spoolLimits(IntakeSettings settings) {
        return new SpoolLimits(
                settings.spoolCapacity().toBytes(),
                settings.spoolSegment().toBytes(),
                (int) settings.spoolPending().toBytes(),
                settings.commitDelay(),
                COMMIT_BYTES,
                settings.spoolRetained().toBytes(),
                settings.spoolRetainedAge());
    }

    private static SyslogLimits syslogLimits(IntakeSettings settings) {
        return new SyslogLimits(
                (int) settings.maxFrame().toBytes(),
                (int) settings.maxSkipped().toBytes(),
                settings.syslogIdleTimeout(),
                settings.maxConnections(),
                settings.maxConnectionsPerSource(),
                settings.unregisteredSenders() == IntakeSettings.UnregisteredSenders.REFUSE);
    }

    private static HttpLimits httpLimits(IntakeSettings settings) {
        return new HttpLimits(
                (int) settings.maxBody().toBytes(),
                (int) settings.maxLine().toBytes(),
                settings.bodyMemory().toBytes(),
                settings.httpIdleTimeout(),
                settings.requestTimeout(),
                settings.acceptTimeout(),
                settings.maxConnections(),
                settings.maxConnectionsPerSource());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a task that fails says so itself
    private void repeat(Runnable task, long millis) {
        housekeeping.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.atError().setCause(e).log("housekeeping failed");
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        try {
            spool.checkpoint();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("error.message", e.toString())
                    .log("checkpoint cannot be written, after a restart more is shipped twice");
        }
    }

    private void gauges(PrometheusMeterRegistry registry) {
        gauge(registry, "chieng.intake.spool.bytes", Spool::bytes);
        gauge(registry, "chieng.intake.spool.bytes.unshipped", Spool::unshippedBytes);
        gauge(registry, "chieng.intake.spool.frames.lagging", Spool::lag);
        gauge(registry, "chieng.intake.spool.entries.spoilt", Spool::spoiltPlaces);
        Gauge.builder("chieng.intake.connections.open", syslog, SyslogListeners::connections)
                .tag("transport", "tcp")
                .register(registry);
        Gauge.builder("chieng.intake.connections.open", http, HttpListener::connections)
                .tag("transport", "http")
                .register(registry);
        Gauge.builder("chieng.intake.bodies.bytes.held", http, HttpListener::heldBodyBytes)
                .register(registry);
    }

    private void gauge(PrometheusMeterRegistry registry, String name, ToDoubleFunction<Spool> value) {
        Gauge.builder(name, spool, value).register(registry);
    }

    InetSocketAddress syslogTcpAddress() {
        return syslog.tcpAddress();
    }

    InetSocketAddress syslogUdpAddress() {
        return syslog.udpAddress();
    }

    InetSocketAddress httpAddress() {
        return http.address();
    }

    Spool spool() {
        return spool;
    }

    @Override
    public void close() throws IOException {
        syslog.close();
        http.close();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        shipper.close();
        housekeeping.shutdownNow();
        spool.close();
        LOG.atInfo().log("intake stopped");
    }
}
