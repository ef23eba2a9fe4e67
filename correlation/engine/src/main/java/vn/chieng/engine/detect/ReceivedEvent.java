package vn.chieng.engine.detect;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import vn.chieng.engine.records.DerivedId;
import vn.chieng.event.Detection;
import vn.chieng.event.Ecs;
import vn.chieng.event.Entity;
import vn.chieng.event.Event;
import vn.chieng.event.Evidence;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.RetentionClass;

/** An event with what its Kafka record says of it; makes the detections. */
record ReceivedEvent(
        Event event, String id, String organization, RetentionClass retention, Instant created, Instant timestamp) {

    /** The organisation of a sender that nobody registered. */
    private static final String UNASSIGNED = "unassigned";

    /** Headers come from intake and are believed first; the fields of the event stand in for them. */
    static @Nullable ReceivedEvent of(Event event, ConsumerRecord<byte[], byte[]> record) {
        String id = first(header(record.headers(), RecordHeaders.EVENT_ID), event.text(Ecs.EVENT_ID));
        if (id == null) {
            return null;
        }
        String organization =
                first(header(record.headers(), RecordHeaders.ORGANIZATION_ID), event.text(Ecs.ORGANIZATION_ID));
        String retention = header(record.headers(), RecordHeaders.RETENTION_CLASS);
        Instant created = time(event.text(Ecs.EVENT_CREATED), Instant.ofEpochMilli(record.timestamp()));
        return new ReceivedEvent(
                event,
                id,
                organization == null ? UNASSIGNED : organization,
                RetentionClass.ofCode(retention == null ? "" : retention),
                created,
                time(event.text(Ecs.TIMESTAMP), created));
    }

    /** Whether the record says which event it is, without a look at the event. */
    static boolean hasId(ConsumerRecord<byte[], byte[]> record) {
        return header(record.headers(), RecordHeaders.EVENT_ID) != null;
    }

    /** One detection for each entity of the event. */
    List<Detection> detections(Match match, Duration allowedLateness, String indexPrefix) {
        Evidence evidence = evidence(indexPrefix);
        Instant time = time(allowedLateness);
        List<Detection> detections = new ArrayList<>(3);
        for (Entity entity : EventEntities.of(event, organization)) {
            detections.add(new Detection(id(match, entity), entity, time, match.rule(), evidence));
        }
        return detections;
    }

    private String id(Match match, Entity entity) {
        String rule = match.rule().id();
        return match.about().isEmpty()
                ? DerivedId.of(id, rule, entity.key())
                : DerivedId.of(id, rule, entity.key(), match.about());
    }

    /** The device's time where its clock can be believed, else that of intake. */
    private Instant time(Duration allowedLateness) {
        Duration apart = Duration.between(timestamp, created).abs();
        return apart.compareTo(allowedLateness) <= 0 ? timestamp : created;
    }

    private Evidence evidence(String indexPrefix) {
        String original = first(event.text(Ecs.EVENT_ORIGINAL), event.text(Ecs.MESSAGE));
        String text = original == null ? "" : original;
        boolean truncated = text.length() > Evidence.MAX_ORIGINAL;
        return new Evidence(
                id,
                indexPrefix + retention.indexFor(created),
                timestamp,
                created,
                organization,
                orEmpty(EventEntities.name(event, Ecs.CHIENG_SOURCE_ID)),
                orEmpty(EventEntities.name(event, Ecs.EVENT_DATASET)),
                EventEntities.host(event),
                EventEntities.name(event, Ecs.USER_NAME),
                EventEntities.sourceIp(event),
                EventEntities.name(event, Ecs.CHIENG_EXERCISE_ID),
                truncated ? cut(text) : text,
                truncated);
    }

    /** Cuts without leaving half of a surrogate pair. */
    private static String cut(String text) {
        int end = Evidence.MAX_ORIGINAL;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // Intake writes ISO 8601; whatever else stands there, the record still has a time.
            return otherwise;
        }
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
