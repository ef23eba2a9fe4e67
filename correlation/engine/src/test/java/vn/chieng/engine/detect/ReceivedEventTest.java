package vn.chieng.engine.detect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Detection;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.RuleReference;

final class ReceivedEventTest {
    private static final RuleReference RULE = new RuleReference("r1", "Luật", "Rule", "", Level.HIGH, List.of());
    private static final Instant CREATED = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void aDetectionComesForHostUserAndSource() {
        assertThat(detections(event()))
                .extracting(detection -> detection.entity().key())
                .containsExactly("host:org-1/web-01", "user:org-1/root", "source:203.0.113.5");
    }

    @Test
    void theSameEventRuleAndEntityAlwaysGiveTheSameId() {
        assertThat(detections(event())).isEqualTo(detections(event()));
        assertThat(detections(event()).stream().map(Detection::id).distinct()).hasSize(3);
    }

    @Test
    void loopbackAndNoiseAreNoSources() {
        for (String ip : List.of("127.0.0.1", "::1", "0.0.0.0", "fe80::1%eth0", "gateway", "-", " ")) {
            assertThat(detections(event().put(Ecs.SOURCE_IP, ip)))
                    .as(ip)
                    .extracting(detection -> detection.entity().key())
                    .containsExactly("host:org-1/web-01", "user:org-1/root");
        }
    }

    @Test
    void oneAddressHasOneSpelling() {
        assertThat(detections(event().put(Ecs.SOURCE_IP, "::ffff:203.0.113.5"))
                        .getLast()
                        .entity()
                        .key())
                .isEqualTo("source:203.0.113.5");
    }

    @Test
    void anEventWithoutHostIsAboutItsSource() {
        assertThat(detections(event().remove(Ecs.HOST_NAME)).getFirst().entity().key())
                .isEqualTo("host:org-1/s-1");
    }

    @Test
    void aDeviceIsBelievedUpToTheAllowedLateness() {
        Instant edge = CREATED.minus(Duration.ofMinutes(10));
        assertThat(detections(event().put(Ecs.TIMESTAMP, edge.toString()))
                        .getFirst()
                        .time())
                .isEqualTo(edge);
        assertThat(detections(event().put(Ecs.TIMESTAMP, edge.minusMillis(1).toString()))
                        .getFirst()
                        .time())
                .isEqualTo(CREATED);
        assertThat(detections(event().put(Ecs.TIMESTAMP, "yesterday"))
                        .getFirst()
                        .time())
                .isEqualTo(CREATED);
    }

    @Test
    void aLongOriginalIsCutBetweenCharacters() {
        String original = "a".repeat(Evidence.MAX_ORIGINAL - 1) + "\uD83D\uDD14";
        Evidence evidence =
                detections(event().put(Ecs.EVENT_ORIGINAL, original)).getFirst().evidence();
        assertThat(evidence.truncated()).isTrue();
        assertThat(evidence.original()).isEqualTo("a".repeat(Evidence.MAX_ORIGINAL - 1));
    }

    @Test
    void anEventWithoutIdIsNone() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0]);
        assertThat(ReceivedEvent.of(new Event(Map.of()), record)).isNull();
    }

    private static Event.Builder event() {
        return new Event(Map.of())
                .toBuilder()
                        .put(Ecs.EVENT_CREATED, CREATED.toString())
                        .put(Ecs.TIMESTAMP, CREATED.toString())
                        .put(Ecs.HOST_NAME, "web-01")
                        .put(Ecs.USER_NAME, "root")
                        .put(Ecs.SOURCE_IP, "203.0.113.5")
                        .put(Ecs.CHIENG_SOURCE_ID, "s-1")
                        .put(Ecs.ORGANIZATION_ID, "org-forged");
    }

    private static List<Detection> detections(Event.Builder event) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0]);
        record.headers().add(RecordHeaders.EVENT_ID, "e1".getBytes(StandardCharsets.UTF_8));
        record.headers().add(RecordHeaders.ORGANIZATION_ID, "org-1".getBytes(StandardCharsets.UTF_8));
        return requireNonNull(ReceivedEvent.of(event.build(), record))
                .detections(new Match(RULE, ""), Duration.ofMinutes(10), "");
    }
}
