package vn.chieng.intake.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.codecs.Codecs;
import vn.chieng.codecs.EventJson;
import vn.chieng.event.Event;
import vn.chieng.event.RetentionClass;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.Source;
import vn.chieng.intake.spool.Spool;
import vn.chieng.intake.spool.SpoolLimits;

class ShipperTest {
    private static final Source SOURCE =
            new Source("s-1", "org-21583", "sys-9", 3, RetentionClass.R6, "auto", "drill-2");
    private static final Instant RECEIVED = Instant.parse("2026-11-22T01:02:03.004Z");
    private static final Outlet.Result STORED = new Outlet.Result.Stored();

    @TempDir
    Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void stampsWhatOnlyIntakeKnowsAndNothingTheTextClaims() throws Exception {
        Event event = only(frame(
                "{\"@timestamp\":\"2026-11-22T01:00:00Z\",\"message\":\"xin chào\",\"organization\":{\"id\":\"forged\"},"
                        + "\"organization.id\":\"forged\",\"chieng.source.id\":\"forged\",\"chieng\":{\"x\":1},"
                        + "\"event\":{\"id\":\"forged\",\"sequence\":9}}"));
        assertThat(event.text("organization.id")).isEqualTo("org-21583");
        assertThat(event.text("chieng.source.id")).isEqualTo("s-1");
        assertThat(event.get("chieng.x")).isNull();
        assertThat(event.text("chieng.system.id")).isEqualTo("sys-9");
        assertThat(event.get("chieng.system.level")).isEqualTo(3);
        assertThat(event.text("chieng.exercise.id")).isEqualTo("drill-2");
        assertThat(event.text("chieng.intake.id")).isEqualTo("intake-of-test");
        assertThat(event.text("event.id")).hasSize(32).isNotEqualTo("forged");
        assertThat(event.get("event.sequence")).isEqualTo(0);
        assertThat(event.text("event.created")).isEqualTo("2026-11-22T01:02:03.004Z");
        assertThat(event.text("@timestamp")).isEqualTo("2026-11-22T01:00:00Z");
        assertThat(event.text("ecs.version")).isEqualTo("9.4.0");
        assertThat(new String(EventJson.write(event.toBuilder().remove("event").build()), StandardCharsets.UTF_8))
                .doesNotContain("forged");
    }

    @Test
    void makesAFutureDateAPipelineErrorAtTheTimeOfReceipt() throws Exception {
        Event event = only(frame("<38>1 2031-01-01T00:00:00Z host sshd 1 - - hello"));
        assertThat(event.text("event.kind")).isEqualTo("pipeline_error");
        assertThat(event.text("@timestamp")).isEqualTo("2026-11-22T01:02:03.004Z");
        assertThat(event.text("error.code")).isEqualTo("future_timestamp");
    }

    @Test
    void keepsBadUtf8AndNoiseAsPipelineErrorWithItsExactBytes() throws Exception {
        byte[] noise = {(byte) 0xC3, 0x28, 0, 1, (byte) 0xFF, 'a'};
        Event event = only(new Frame(SOURCE, Transport.TCP, "10.0.0.7", RECEIVED, null, null, noise));
        assertThat(event.text("event.kind")).isEqualTo("pipeline_error");
        assertThat(event.text("chieng.original.base64")).isEqualTo("wygAAf9h");
        Event cut = only(new Frame(
                SOURCE,
                Transport.TCP,
                "10.0.0.7",
                RECEIVED,
                null,
                new Fault(Fault.FRAME_TOO_LONG, "the frame has 9 bytes"),
                noise));
        assertThat(cut.text("error.code")).isEqualTo("frame_too_long");
        assertThat(cut.text("chieng.original.base64")).isEqualTo("wygAAf9h");
    }

    @Test
    void cutsAnEventThatIsTooLargeForKafka() throws Exception {
        Event event = only(frame("{\"message\":\"" + "ă".repeat(900_000) + "\"}"));
        assertThat(event.text("event.kind")).isEqualTo("pipeline_error");
        assertThat(event.text("error.code")).isEqualTo("event_too_large");
        assertThat(EventJson.write(event).length).isLessThan(KafkaSettings.MAX_VALUE_BYTES);
    }

    @Test
    void givesTheSameLineOfAResentBatchTheSameId() throws Exception {
        FakeOutlet outlet = new FakeOutlet(_ -> STORED);
        BatchLine line = new BatchLine("ab", "cd", 3, true);
        Frame frame = new Frame(SOURCE, Transport.HTTP, "10.0.0.7", RECEIVED, line, null, utf8("{}"));
        BatchLine other = new BatchLine("ab", "cd", 4, true);
        ship(outlet, 3, frame, frame, new Frame(SOURCE, Transport.HTTP, "p", RECEIVED, other, null, utf8("{}")));
        List<String> ids = outlet.stored().stream()
                .map(sent -> sent.headers().get("event.id"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void buriesWhatKafkaRefusesAndGoesOn() throws Exception {
        FakeOutlet outlet =
                new FakeOutlet(value -> value.contains("poison") ? new Outlet.Result.Refused("too large") : STORED);
        ship(outlet, 2, frame("<13>one"), frame("<13>poison"), frame("<13>two"));
        assertThat(outlet.dead()).hasSize(1);
        assertThat(registry.counter("chieng.intake.events.dead").count()).isEqualTo(1);
    }

    @Test
    void beginsAgainAtTheFirstUnansweredEventWhenTheOutletBreaks() throws Exception {
        AtomicInteger sends = new AtomicInteger();
        FakeOutlet outlet =
                new FakeOutlet(_ -> sends.incrementAndGet() == 2 ? new Outlet.Result.Broken("fenced") : STORED);
        ship(outlet, 3, frame("<13>one"), frame("<13>two"), frame("<13>three"));
        assertThat(outlet.opened).hasValue(2);
        assertThat(outlet.stored().stream()
                        .map(sent -> EventJson.read(sent.value()).get("event.sequence"))
                        .toList())
                .isEqualTo(List.of(0, 1, 2));
    }

    @Test
    void shipsTheSameBytesAgainAfterAKillBeforeTheCheckpoint() throws Exception {
        FakeOutlet first = new FakeOutlet(_ -> STORED);
        try (Spool spool = open()) {
            spool.append(frame("<13>one"));
            try (Shipper shipper = shipper(spool, first)) {
                await().until(() -> first.stored().size() == 1);
                assertThat(shipper.connected()).isTrue();
            }
        }
        Files.delete(directory.resolve("spool/checkpoint"));
        FakeOutlet second = new FakeOutlet(_ -> STORED);
        ship(second, 1);
        assertThat(second.stored().getFirst().value())
                .isEqualTo(first.stored().getFirst().value());
    }

    private Event only(Frame frame) throws Exception {
        FakeOutlet outlet = new FakeOutlet(_ -> STORED);
        try (Spool spool = Spool.open(
                        directory.resolve("own" + System.nanoTime()),
                        limits(),
                        Clock.systemUTC(),
                        () -> "intake-of-test",
                        _ -> {});
                Shipper shipper = shipper(spool, outlet)) {
            spool.append(frame);
            await().until(() -> !outlet.stored().isEmpty());
            assertThat(shipper.connected()).isTrue();
        }
        OutgoingRecord sent = outlet.stored().getFirst();
        assertThat(sent.headers())
                .containsEntry("organization.id", "org-21583")
                .containsEntry("chieng.retention.class", "r6")
                .containsEntry("chieng.exercise.id", "drill-2")
                .containsKeys("event.id", "event.dataset");
        assertThat(sent.created()).isEqualTo(RECEIVED);
        assertThat(sent.key()).startsWith("org-21583|");
        return EventJson.read(sent.value());
    }

    private void ship(FakeOutlet outlet, int expected, Frame... frames) throws IOException {
        try (Spool spool = open()) {
            for (Frame frame : frames) {
                spool.append(frame);
            }
            try (Shipper shipper = shipper(spool, outlet)) {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> outlet.stored().size() >= expected && spool.lag() == 0);
                assertThat(shipper.connected()).isTrue();
            }
        }
    }

    private Spool open() throws IOException {
        return Spool.open(directory.resolve("spool"), limits(), Clock.systemUTC(), () -> "intake-of-test", _ -> {});
    }

    private Shipper shipper(Spool spool, FakeOutlet outlet) {
        return new Shipper(spool, outlet, Codecs::named, KafkaSettings.MAX_VALUE_BYTES, registry);
    }

    private static SpoolLimits limits() {
        return new SpoolLimits(
                64 << 20, 1 << 20, 8 << 20, Duration.ofMillis(1), 64 << 10, 1 << 20, Duration.ofHours(1));
    }

    private static Frame frame(String text) {
        return new Frame(SOURCE, Transport.TCP, "10.0.0.7", RECEIVED, null, null, utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
