package vn.chieng.api.incidents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of incidents and their live pages.
 *
 * @param consume whether this instance takes signals from Kafka
 * @param maxStreams live pages served at the same time
 * @param streamQueue updates kept for a slow page before it is told to start over
 * @param heartbeat pause after which a quiet stream says that it lives
 * @param bulkMost incidents changed by one request
 * @param exportMost lines of one exported file
 * @param replay how far back a page that comes back is brought up to date change by change
 */
@ConfigurationProperties("chieng.incidents")
record IncidentSettings(
        @DefaultValue("true") boolean consume,
        @DefaultValue("1000") int maxStreams,
        @DefaultValue("256") int streamQueue,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5m") Duration replay,
        @DefaultValue("2000") int bulkMost,
        @DefaultValue("50000") int exportMost) {

    IncidentSettings {
        if (maxStreams < 1 || streamQueue < 1 || bulkMost < 1 || exportMost < 1) {
            throw new IllegalArgumentException(
                    "chieng.incidents: max-streams, stream-queue, bulk-most and export-most must be positive");
        }
    }
}
