package vn.chieng.engine.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.engine.records.RecordJson;

/** Opens the session of a partition and puts the consumer where its state has to be read from. */
record Sessions(
        Knowledge knowledge,
        CorrelationLimits limits,
        Duration allowedLateness,
        CorrelationMeters meters,
        RecordJson json) {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    PartitionSession open(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        Correlator correlator = new Correlator(knowledge, limits, allowedLateness, meters, json::size);
        OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
        if (committed == null) {
            return new PartitionSession(correlator, meters, 0, 0);
        }
        long live = committed.offset();
        long start = Math.min(live, start(consumer, partition, committed));
        consumer.seek(partition, start);
        LOG.atInfo()
                .addKeyValue("kafka.partition", partition.toString())
                .addKeyValue("chieng.engine.detections.to.replay", live - start)
                .log("session is rebuilt by reading back");
        return new PartitionSession(correlator, meters, start, live);
    }

    /** Records carry the time of their detections, so Kafka finds the first one that still matters. */
    private static long start(Consumer<?, ?> consumer, TopicPartition partition, OffsetAndMetadata committed) {
        Instant from = Replay.from(clock(committed.metadata()));
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(partition, from.toEpochMilli())).get(partition);
        return first == null ? committed.offset() : first.offset();
    }

    /** The epoch, and so everything again, where someone else committed. */
    private static Instant clock(@Nullable String metadata) {
        if (metadata == null || metadata.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return Instant.ofEpochMilli(Long.parseLong(metadata));
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }
}
