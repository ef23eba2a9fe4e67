package vn.chieng.api.incidents.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of live pages.
 *
 * @param maxStreams live pages served at the same time
 * @param streamQueue updates kept for a slow page before it is told to start over
 * @param heartbeat pause after which a quiet stream says that it lives
 * @param replay how far back a page that comes back is brought up to date change by change
 */
@ConfigurationProperties("chieng.incidents")
record LiveSettings(
        @DefaultValue("1000") int maxStreams,
        @DefaultValue("256") int streamQueue,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5m") Duration replay) {

    LiveSettings {
        if (maxStreams < 1 || streamQueue < 1) {
            throw new IllegalArgumentException("chieng.incidents: max-streams and stream-queue must be positive");
        }
    }
}
