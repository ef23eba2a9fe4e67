package vn.chieng.indexer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.RetentionClass;
import vn.chieng.indexer.LogStore.LogDocument;
import vn.chieng.indexer.LogStore.Refusal;

/**
 * Copies events from Kafka to the log store. Offsets are committed after the store has taken the events, so a killed indexer
 * repeats the last batch, which the store recognises by its ids.
 */
final class Indexer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY_DELAY = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final LogStore store;
    private final DeadLetters deadLetters;
    private final IndexerSettings.Batches limits;
    private final Counter indexed;
    private final Counter refused;
    private final Counter retries;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean storing = true;
    private Duration retryDelay = FIRST_RETRY_DELAY;

    Indexer(
            Consumer<byte[], byte[]> consumer,
            LogStore store,
            DeadLetters deadLetters,
            IndexerSettings.Batches limits,
            MeterRegistry metrics) {
        this.consumer = consumer;
        this.store = store;
        this.deadLetters = deadLetters;
        this.limits = limits;
        this.indexed = metrics.counter("chieng.indexer.events.indexed");
        this.refused = metrics.counter("chieng.indexer.events.refused");
        this.retries = metrics.counter("chieng.indexer.batches.retried");
    }

    @Override
    public void run() {
        try (consumer) {
            while (!stopping.get()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (List<ConsumerRecord<byte[], byte[]>> batch : batches(records)) {
                    storeUntilTaken(batch);
                }
                if (!records.isEmpty() && !stopping.get()) {
                    commit();
                }
            }
        } catch (WakeupException e) {
            if (!stopping.get()) {
                throw e;
            }
        }
    }

    /** Ends {@link #run()} soon; what is not committed comes again at the next start. */
    void stop() {
        stopping.set(true);
        consumer.wakeup();
    }

    /** Whether the store took the last batch. */
    boolean storing() {
        return storing;
    }

    private List<List<ConsumerRecord<byte[], byte[]>>> batches(ConsumerRecords<byte[], byte[]> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        long size = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int length = Math.max(0, record.serializedValueSize());
            if (!batch.isEmpty()
                    && (batch.size() == limits.maxRecords()
                            || size + length > limits.maxSize().toBytes())) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(record);
            size += length;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private void storeUntilTaken(List<ConsumerRecord<byte[], byte[]>> batch) {
        while (!stopping.get()) {
            try {
                store(batch);
                storing = true;
                retryDelay = FIRST_RETRY_DELAY;
                return;
            } catch (IOException e) {
                if (storing) {
                    LOG.atWarn()
                            .addKeyValue("error.message", e.toString())
                            .log("log store does not take events, retrying");
                }
                storing = false;
                retries.increment();
                pause();
            }
        }
    }

    private void store(List<ConsumerRecord<byte[], byte[]>> batch) throws IOException {
        List<LogDocument> documents = new ArrayList<>(batch.size());
        List<ConsumerRecord<byte[], byte[]>> stored = new ArrayList<>(batch.size());
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            String id = header(record, RecordHeaders.EVENT_ID);
            if (id == null || record.value() == null) {
                deadLetters.keep(record, "no header " + RecordHeaders.EVENT_ID + " or no value");
                refused.increment();
                continue;
            }
            RetentionClass retention = RetentionClass.ofCode(
                    Objects.requireNonNullElse(header(record, RecordHeaders.RETENTION_CLASS), ""));
            documents.add(
                    new LogDocument(retention.indexFor(Instant.ofEpochMilli(record.timestamp())), id, record.value()));
            stored.add(record);
        }
        List<Refusal> refusals = store.store(documents);
        if (!refusals.isEmpty()) {
            keepRefused(refusals, documents, stored);
        }
        indexed.increment(documents.size());
    }

    private void keepRefused(
            List<Refusal> refusals, List<LogDocument> documents, List<ConsumerRecord<byte[], byte[]>> records)
            throws IOException {
        List<LogDocument> asText = new ArrayList<>();
        for (Refusal refusal : refusals) {
            ConsumerRecord<byte[], byte[]> record = records.get(documents.indexOf(refusal.document()));
            deadLetters.keep(record, refusal.reason());
            refused.increment();
            asText.add(RefusedDocument.asPipelineError(
                    refusal,
                    Instant.ofEpochMilli(record.timestamp()),
                    Objects.requireNonNullElse(header(record, RecordHeaders.ORGANIZATION_ID), "unassigned")));
        }
        for (Refusal refusal : store.store(asText)) {
            LOG.atError()
                    .addKeyValue("event.id", refusal.document().id())
                    .addKeyValue("error.message", refusal.reason())
                    .log("event is only among the dead letters");
        }
    }

    /** Waits before the next attempt, polling with nothing wanted so that the group keeps this member. */
    private void pause() {
        consumer.pause(consumer.assignment());
        ConsumerRecords<byte[], byte[]> none = consumer.poll(retryDelay);
        if (!none.isEmpty()) {
            // partitions assigned during the pause: read them again once the store takes events
            none.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, none.records(partition).getFirst().offset()));
        }
        consumer.resume(consumer.paused());
        Duration doubled = retryDelay.multipliedBy(2);
        retryDelay = doubled.compareTo(limits.maxRetryDelay()) > 0 ? limits.maxRetryDelay() : doubled;
    }

    private void commit() {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RetriableException e) {
            LOG.atInfo().addKeyValue("error.message", e.toString()).log("commit will be repeated with the next batch");
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
