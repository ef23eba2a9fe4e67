package vn.chieng.indexer;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the indexer.
 *
 * @param kafka where events come from
 * @param topics names of topics
 * @param opensearch where events go
 * @param indexer how much at once
 */
@ConfigurationProperties("chieng")
record IndexerSettings(
        @DefaultValue Kafka kafka,
        @DefaultValue TopicNames topics,
        @DefaultValue OpenSearch opensearch,
        @DefaultValue Batches indexer) {

    /** @param bootstrapServers host:port, separated by commas */
    record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {}

    /** @param prefix put before every topic name */
    record TopicNames(@DefaultValue("") String prefix) {}

    /**
     * @param uri of one node
     * @param indexPrefix put before {@code logs-}
     * @param timeout longest wait for an answer
     */
    record OpenSearch(
            @DefaultValue("http://127.0.0.1:9200") URI uri,
            @DefaultValue("") String indexPrefix,
            @DefaultValue("60s") Duration timeout) {}

    /**
     * @param maxRecords most events in one bulk request
     * @param maxSize most bytes of documents in one bulk request (a single larger event still goes alone)
     * @param maxRetryDelay longest pause between attempts while OpenSearch does not take anything
     */
    record Batches(
            @DefaultValue("2000") int maxRecords,
            @DefaultValue("8MB") DataSize maxSize,
            @DefaultValue("10s") Duration maxRetryDelay) {
        Batches {
            if (maxRecords < 1) {
                throw new IllegalArgumentException("chieng.indexer.max-records must be at least 1");
            }
            if (maxSize.toBytes() < 1) {
                throw new IllegalArgumentException("chieng.indexer.max-size must be at least 1 byte");
            }
        }
    }
}
