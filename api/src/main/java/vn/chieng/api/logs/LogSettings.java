package vn.chieng.api.logs;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events are kept.
 *
 * @param uri of one node of OpenSearch
 * @param indexPrefix put before {@code logs-}
 * @param timeout longest wait for one answer
 * @param liveWithin a source that sent nothing for longer is not live
 */
@ConfigurationProperties("chieng.opensearch")
record LogSettings(
        @DefaultValue("http://127.0.0.1:9200") URI uri,
        @DefaultValue("") String indexPrefix,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("24h") Duration liveWithin) {}
