package vn.chieng.intake.shipping;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventJson;
import vn.chieng.codecs.FrameContext;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.event.RecordHeaders;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.sources.Source;
import vn.chieng.intake.spool.SpooledFrame;

/** A frame from the spool to the record that Kafka gets: decodes, then stamps what only intake can know. */
final class Stamper {
    /** Of an event that is too large for Kafka, this much of the frame is kept. */
    static final int KEPT_OF_TOO_LARGE = 128 << 10;

    private static final String EVENT_TOO_LARGE = "event_too_large";
    private static final String PEER = "chieng.source.address";
    /** Fields of ours that a codec may set. */
    private static final String[] OF_CODECS = {"chieng.original.base64", "chieng.event.count"};

    private final String intakeId;
    private final EventIds ids;
    private final Function<String, Optional<Codec>> codecs;
    private final Codec fallback;
    private final int maxValueBytes;
    private final MeterRegistry registry;

    Stamper(String intakeId, Function<String, Optional<Codec>> codecs, int maxValueBytes, MeterRegistry registry) {
        this.intakeId = intakeId;
        this.ids = new EventIds(intakeId);
        this.codecs = codecs;
        this.fallback = codecs.apply(Source.AUTO).orElseThrow();
        this.maxValueBytes = maxValueBytes;
        this.registry = registry;
    }

    OutgoingRecord stamp(SpooledFrame spooled) {
        Event event = stamped(spooled, decoded(spooled.frame()));
        byte[] value = EventJson.write(event);
        if (value.length > maxValueBytes) {
            event = stamped(spooled, tooLarge(spooled.frame(), value.length));
            value = EventJson.write(event);
        }
        Frame frame = spooled.frame();
        String host = event.text(Ecs.HOST_NAME);
        String key = frame.source().organizationId() + "|"
                + (host != null ? host : frame.source().id());
        return new OutgoingRecord(key, frame.received(), headers(event, frame.source()), value);
    }

    private Event decoded(Frame frame) {
        Fault fault = frame.fault();
        if (fault != null) {
            count(fault.code());
            return UnreadableFrame.event(frame.received(), frame.bytes(), fault);
        }
        FrameContext context = context(frame);
        Codec codec = codecs.apply(frame.source().codec()).orElse(fallback);
        return switch (codec.decode(frame.bytes(), context)) {
            case Decoded.Read(Event event) -> event;
            case Decoded.Unreadable(Event event, Decoded.Reason reason) -> {
                count(reason.code());
                yield event;
            }
        };
    }

    private static FrameContext context(Frame frame) {
        ZoneId zone = FrameContext.DEFAULT_ZONE;
        return new FrameContext(frame.received(), zone, frame.peer(), null);
    }

    private Event tooLarge(Frame frame, int length) {
        count(EVENT_TOO_LARGE);
        byte[] kept = Arrays.copyOf(frame.bytes(), Math.min(frame.bytes().length, KEPT_OF_TOO_LARGE));
        return UnreadableFrame.event(
                frame.received(),
                kept,
                new Fault(
                        EVENT_TOO_LARGE,
                        "the event has " + length + " bytes, of its frame the first " + kept.length + " are kept"));
    }

    private Event stamped(SpooledFrame spooled, Event decoded) {
        Source source = spooled.frame().source();
        String created = spooled.frame().received().toString();
        Event.Builder builder = new Event.Builder()
                .merge("", withoutOurs(decoded.fields()))
                .put(Ecs.ECS_VERSION, Ecs.VERSION)
                .putIfAbsent(Ecs.TIMESTAMP, created)
                .putIfAbsent(Ecs.EVENT_KIND, Ecs.KIND_EVENT)
                .putIfAbsent(Ecs.EVENT_DATASET, "chieng.unknown")
                .put(Ecs.EVENT_ID, ids.idOf(spooled))
                .put(Ecs.EVENT_CREATED, created)
                .put(Ecs.EVENT_SEQUENCE, spooled.sequence())
                .put(Ecs.ORGANIZATION_ID, source.organizationId())
                .put(Ecs.CHIENG_SOURCE_ID, source.id())
                .put(Ecs.CHIENG_INTAKE_ID, intakeId)
                .put(PEER, spooled.frame().peer())
                .put(Ecs.CHIENG_SYSTEM_ID, source.systemId())
                .put(Ecs.CHIENG_SYSTEM_LEVEL, source.systemLevel())
                .put(Ecs.CHIENG_EXERCISE_ID, source.exerciseId());
        for (String field : OF_CODECS) {
            builder.put(field, decoded.get(field));
        }
        return builder.build();
    }

    /** The text may not say whose event it is, neither nested nor in dotted names. */
    private static Map<String, @Nullable Object> withoutOurs(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> rest = LinkedHashMap.newLinkedHashMap(fields.size());
        fields.forEach((name, value) -> {
            if (!isOurs(name)) {
                rest.put(name, value);
            }
        });
        return rest;
    }

    private static boolean isOurs(String name) {
        return name.equals("organization")
                || name.equals("chieng")
                || name.startsWith("organization.")
                || name.startsWith("chieng.");
    }

    private static Map<String, String> headers(Event event, Source source) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(RecordHeaders.EVENT_ID, Objects.requireNonNull(event.text(Ecs.EVENT_ID)));
        headers.put(RecordHeaders.EVENT_DATASET, Objects.toString(event.get(Ecs.EVENT_DATASET)));
        headers.put(RecordHeaders.ORGANIZATION_ID, source.organizationId());
        headers.put(RecordHeaders.RETENTION_CLASS, source.retention().code());
        if (source.exerciseId() != null) {
            headers.put(RecordHeaders.EXERCISE_ID, source.exerciseId());
        }
        return headers;
    }

    private void count(String code) {
        registry.counter("chieng.intake.events.unreadable", "code", code).increment();
    }

    /** Bytes of a text as Kafka gets it. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
