package vn.chieng.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Settings of this process; every limit has its name here. */
@ConfigurationProperties("chieng.intake")
record IntakeSettings(
        @DefaultValue("127.0.0.1") String bindAddress,
        @DefaultValue("5514") int syslogTcpPort,
        @DefaultValue("5514") int syslogUdpPort,
        @DefaultValue("8514") int httpPort,
        @DefaultValue("spool") Path spoolDirectory,
        @Nullable Path sourcesFile,
        @DefaultValue("ACCEPT") UnregisteredSenders unregisteredSenders,
        @DefaultValue("64KB") DataSize maxFrame,
        @DefaultValue("16MB") DataSize maxSkipped,
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("1MB") DataSize maxLine,
        @DefaultValue("16MB") DataSize bodyMemory,
        @DefaultValue("10m") Duration syslogIdleTimeout,
        @DefaultValue("30s") Duration httpIdleTimeout,
        @DefaultValue("60s") Duration requestTimeout,
        @DefaultValue("10s") Duration acceptTimeout,
        @DefaultValue("512") int maxConnections,
        @DefaultValue("128") int maxConnectionsPerSource,
        @DefaultValue("2GB") DataSize spoolCapacity,
        @DefaultValue("32MB") DataSize spoolSegment,
        @DefaultValue("4MB") DataSize spoolPending,
        @DefaultValue("256MB") DataSize spoolRetained,
        @DefaultValue("1h") Duration spoolRetainedAge,
        @DefaultValue("2ms") Duration commitDelay) {

    /** What becomes of syslog from an address that is not in the table. */
    enum UnregisteredSenders {
        ACCEPT,
        REFUSE
    }

    private static final Duration LONGEST_COMMIT_DELAY = Duration.ofMillis(5);

    IntakeSettings {
        if (maxFrame.compareTo(spoolCapacity) > 0) {
            throw new IllegalArgumentException("chieng.intake.max-frame is larger than chieng.intake.spool-capacity");
        }
        if (spoolSegment.compareTo(spoolCapacity) > 0) {
            throw new IllegalArgumentException(
                    "chieng.intake.spool-segment is larger than chieng.intake.spool-capacity");
        }
        if (maxBody.compareTo(bodyMemory) > 0) {
            throw new IllegalArgumentException("chieng.intake.max-body is larger than chieng.intake.body-memory");
        }
        if (maxLine.compareTo(maxBody) > 0) {
            throw new IllegalArgumentException("chieng.intake.max-line is larger than chieng.intake.max-body");
        }
        if (maxFrame.compareTo(DataSize.ofMegabytes(1)) > 0 || maxLine.compareTo(DataSize.ofMegabytes(4)) > 0) {
            throw new IllegalArgumentException(
                    "chieng.intake.max-frame is at most 1MB and chieng.intake.max-line at most 4MB");
        }
        if (commitDelay.isNegative() || commitDelay.compareTo(LONGEST_COMMIT_DELAY) > 0) {
            throw new IllegalArgumentException("chieng.intake.commit-delay is at most 5ms");
        }
    }
}
