package vn.chieng.api.incidents.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.Topics;

/** Keeps what could not be applied, with the reason and the place it came from. */
@Component
final class DeadLetters implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int TIMEOUT_SECONDS = 30;

    private final KafkaSettings settings;
    private final Counter written;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(KafkaSettings settings, MeterRegistry meters) {
        this.settings = settings;
        written = meters.counter("chieng.incidents.deadletters.written");
    }

    /** Whether the broker has it; only then may the offset be committed. */
    synchronized boolean accepted(ConsumerRecord<byte[], byte[]> message, String reason) {
        var letter = new ProducerRecord<>(
                new Topics(settings.topics().prefix()).deadLetters(), message.key(), message.value());
        Map.of(
                        RecordHeaders.DEAD_REASON, reason,
                        RecordHeaders.DEAD_TOPIC, message.topic(),
                        RecordHeaders.DEAD_PARTITION, Integer.toString(message.partition()),
                        RecordHeaders.DEAD_OFFSET, Long.toString(message.offset()))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(letter).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            written.increment();
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.atWarn().addKeyValue("error.type", e.getClass().getName()).log("dead letter not written; record waits");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    settings.kafka().bootstrapServers(),
                            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
