package vn.chieng.api.search;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search in events.
 *
 * @param timeout after which OpenSearch answers with what it has
 * @param atOnce searches that run at the same time; more wait a moment and are then refused
 * @param exportMost lines of one exported file
 * @param dashboards where OpenSearch Dashboards is; null where there is none
 * @param dashboardsPattern the index pattern that Dashboards knows the events by
 */
@ConfigurationProperties("chieng.search")
record SearchSettings(
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("8") int atOnce,
        @DefaultValue("10000") int exportMost,
        @Nullable URI dashboards,
        @DefaultValue("logs-*") String dashboardsPattern) {

    SearchSettings {
        if (atOnce < 1 || exportMost < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "chieng.search.timeout, chieng.search.at-once and chieng.search.export-most must be positive");
        }
    }
}
