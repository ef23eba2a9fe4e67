package vn.chieng.api.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Sends to Kafka and waits for the acknowledgements; the producer is made when it is first needed, since a broker's name may not resolve before. */
final class KafkaSender implements RecordSender, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);
    private static final int TIMEOUT_SECONDS = 25;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final TableTopics topics;
    private @Nullable Producer<byte[], byte[]> producer;

    KafkaSender(Supplier<Producer<byte[], byte[]>> producers, TableTopics topics) {
        this.producers = producers;
        this.topics = topics;
    }

    @Override
    public synchronized int sent(List<OutboxRecord> records) {
        int acknowledged = 0;
        try {
            List<Future<RecordMetadata>> sendings = new ArrayList<>(records.size());
            topics.create(records.stream().map(OutboxRecord::topic).distinct().toList());
            Producer<byte[], byte[]> sending = producer();
            for (OutboxRecord each : records) {
                sendings.add(sending.send(
                        new ProducerRecord<>(each.topic(), each.key().getBytes(StandardCharsets.UTF_8), each.value())));
            }
            sending.flush();
            for (Future<RecordMetadata> each : sendings) {
                each.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                acknowledged++;
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("error.type", e.getClass().getName())
                    .addKeyValue("chieng.outbox.records", records.size() - acknowledged)
                    .log("records not sent; they wait");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return acknowledged;
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
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
