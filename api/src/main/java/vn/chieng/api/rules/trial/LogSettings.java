package vn.chieng.api.rules.trial;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where stored events are.
 *
 * @param uri of one node of OpenSearch
 * @param indexPrefix put before {@code logs-}
 * @param timeout longest wait for one answer
 */
@ConfigurationProperties("chieng.opensearch")
record LogSettings(
        @DefaultValue("http://127.0.0.1:9200") URI uri,
        @DefaultValue("") String indexPrefix,
        @DefaultValue("15s") Duration timeout) {}
