package vn.chieng.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.chieng.engine.correlate.CorrelationLimits;
import vn.chieng.engine.detect.DetectSettings;
import vn.chieng.engine.kafka.KafkaSettings;

/**
 * Settings of the engine.
 *
 * @param kafka where events come from and signals go
 * @param topics names of topics
 * @param opensearch how the indices are called that evidence names
 * @param engine rules and limits
 */
@ConfigurationProperties("chieng")
record EngineSettings(
        @DefaultValue Kafka kafka,
        @DefaultValue TopicNames topics,
        @DefaultValue OpenSearch opensearch,
        @DefaultValue Engine engine) {

    /** @param bootstrapServers host:port, separated by commas */
    record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {}

    /**
     * @param prefix put before every topic name
     * @param replicationFactor of topics that the engine creates
     */
    record TopicNames(
            @DefaultValue("") String prefix,
            @DefaultValue("1") short replicationFactor) {}

    /** @param indexPrefix put before {@code logs-} */
    record OpenSearch(@DefaultValue("") String indexPrefix) {}

    /**
     * @param rulesDirectory Sigma rules besides the shipped ones
     * @param instance name of this process within its consumer groups, fixed over restarts and its own
     * @param allowedLateness how far a device's time may be from intake's and still be believed
     * @param activityInterval how often is told what was counted of each rule
     * @param indicators most indicators that are held
     * @param factsPerGroup detections kept for one kind, subject and organisation
     * @param facts detections kept in one partition's session
     * @param openSignals signals of one partition that may still grow
     * @param knownDetections ids kept in one partition's session to drop repeated detections
     * @param signalsPerHour ceiling of each correlation rule in one partition
     */
    record Engine(
            @Nullable Path rulesDirectory,
            @Nullable String instance,
            @DefaultValue("10m") Duration allowedLateness,
            @DefaultValue("30s") Duration activityInterval,
            @DefaultValue("1000000") int indicators,
            @DefaultValue("256") int factsPerGroup,
            @DefaultValue("20000") int facts,
            @DefaultValue("10000") int openSignals,
            @DefaultValue("100000") int knownDetections,
            @DefaultValue("200") int signalsPerHour) {
        Engine {
            if (allowedLateness.isNegative() || allowedLateness.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException("chieng.engine.allowed-lateness is not between 0 and 24 hours");
            }
        }
    }

    KafkaSettings kafkaSettings() {
        return new KafkaSettings(kafka.bootstrapServers, topics.prefix, topics.replicationFactor, engine.instance);
    }

    DetectSettings detectSettings() {
        return new DetectSettings(engine.allowedLateness, opensearch.indexPrefix, engine.activityInterval);
    }

    CorrelationLimits correlationLimits() {
        return new CorrelationLimits(
                engine.factsPerGroup, engine.facts, engine.openSignals, engine.knownDetections, engine.signalsPerHour);
    }
}
