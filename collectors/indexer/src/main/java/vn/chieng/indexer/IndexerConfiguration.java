package vn.chieng.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.event.Topics;
import vn.chieng.opensearch.OpenSearchConnection;

@Configuration(proxyBeanMethods = false)
class IndexerConfiguration {
    private static final String GROUP = "chieng-indexer";
    private static final int MAX_RECORD = 2 * 1024 * 1024;
    private static final int METADATA_MAX_AGE_MS = 5_000;

    @Bean
    Topics topics(IndexerSettings settings) {
        return new Topics(settings.topics().prefix());
    }

    @Bean
    OpenSearchConnection openSearch(IndexerSettings settings) {
        return OpenSearchConnection.to(
                settings.opensearch().uri(), settings.opensearch().timeout());
    }

    @Bean
    Producer<byte[], byte[]> deadLetterProducer(IndexerSettings settings) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.kafka().bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_RECORD),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Bean
    Indexer indexer(
            IndexerSettings settings,
            Topics topics,
            OpenSearchConnection openSearch,
            Producer<byte[], byte[]> deadLetterProducer,
            MeterRegistry metrics) {
        Consumer<byte[], byte[]> consumer = consumer(settings, topics);
        return new Indexer(
                consumer,
                new OpenSearchLogStore(openSearch, settings.opensearch().indexPrefix()),
                new KafkaDeadLetters(deadLetterProducer, topics),
                settings.indexer(),
                metrics);
    }

    @Bean
    IndexerThread indexerThread(Indexer indexer) {
        return new IndexerThread(indexer);
    }

    @Bean
    HealthIndicator logStoreHealthIndicator(Indexer indexer, IndexerThread thread) {
        return () -> thread.isRunning() && indexer.storing()
                ? Health.up().build()
                : Health.down().build();
    }

    private static Consumer<byte[], byte[]> consumer(IndexerSettings settings, Topics topics) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.kafka().bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        settings.topics().prefix() + GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        settings.indexer().maxRecords(),
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        1,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        METADATA_MAX_AGE_MS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics.events()));
        return consumer;
    }
}
