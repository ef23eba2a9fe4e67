package vn.chieng.api.search;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where stored events are.
 *
 * @param uri of one node of OpenSearch
 * @param indexPrefix put before {@code logs-}
 */
@ConfigurationProperties("chieng.opensearch")
record EventStoreAddress(
        @DefaultValue("http://127.0.0.1:9200") URI uri,
        @DefaultValue("") String indexPrefix) {}
