package vn.chieng.api.outbox;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.kafka.KafkaSettings;

/** The producer of the outbox: idempotent, so that a retry neither doubles nor reorders. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    RecordSender recordSender(KafkaSettings settings) {
        return new KafkaSender(
                () -> producer(settings), new KafkaTableTopics(settings.kafka().bootstrapServers()));
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings settings) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.kafka().bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        15_000,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "chieng-outbox"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
