package vn.chieng.engine.records;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Detection;
import vn.chieng.event.Event;
import vn.chieng.event.Evidence;
import vn.chieng.event.Indicator;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.Signal;

/** Reads and writes the values of Kafka records; refuses what is deeper or longer than any honest record. */
public final class RecordJson {
    /** Objects within objects. */
    public static final int MAX_DEPTH = 64;

    /** Bytes of one value, as the topics allow. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    /**
     * An event.
     *
     * @throws tools.jackson.core.JacksonException where it is not a JSON object, or beyond the limits
     */
    public Event event(byte[] value) {
        Map<String, @Nullable Object> fields = mapper.readValue(value, FIELDS);
        return new Event.Builder().merge("", fields).build();
    }

    /** A detection, or null where the value is none or lacks a part. */
    public @Nullable Detection detection(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            Detection detection = mapper.readValue(value, Detection.class);
            return isWhole(detection) ? detection : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A rule, or null where the value is none or lacks a part. */
    public @Nullable ActiveRule activeRule(byte[] value) {
        try {
            ActiveRule rule = mapper.readValue(value, ActiveRule.class);
            return rule != null && Stream.of(rule.id(), rule.text()).allMatch(Objects::nonNull) ? rule : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** An indicator, or null where the value is none or lacks a part. */
    public @Nullable Indicator indicator(byte[] value) {
        try {
            Indicator read = mapper.readValue(value, Indicator.class);
            return read != null
                            && Stream.of(read.type(), read.value(), read.source(), read.level(), read.description())
                                    .allMatch(Objects::nonNull)
                    ? read
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    public byte[] bytes(RuleActivity activity) {
        return mapper.writeValueAsBytes(activity);
    }

    private static boolean isWhole(@Nullable Detection detection) {
        return detection != null
                && Stream.of(
                                detection.id(),
                                detection.entity(),
                                detection.time(),
                                detection.rule(),
                                detection.evidence())
                        .allMatch(Objects::nonNull)
                && Stream.of(
                                detection.entity().kind(),
                                detection.rule().id(),
                                detection.rule().level(),
                                detection.evidence().eventId(),
                                detection.evidence().timestamp(),
                                detection.evidence().organizationId())
                        .allMatch(Objects::nonNull);
    }

    public byte[] bytes(Detection detection) {
        return mapper.writeValueAsBytes(detection);
    }

    public byte[] bytes(Signal signal) {
        return mapper.writeValueAsBytes(signal);
    }

    /** How many bytes a piece of evidence takes. */
    public int size(Evidence evidence) {
        return mapper.writeValueAsBytes(evidence).length;
    }
}
