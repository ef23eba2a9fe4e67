package vn.chieng.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void dottedPathsBecomeNestedObjects() {
        Event event = new Event.Builder()
                .put(Ecs.SOURCE_IP, "203.0.113.5")
                .put(Ecs.SOURCE_PORT, 22)
                .build();

        assertThat(event.fields()).isEqualTo(Map.of("source", Map.of("ip", "203.0.113.5", "port", 22)));
        assertThat(event.text(Ecs.SOURCE_IP)).isEqualTo("203.0.113.5");
        assertThat(event.text(Ecs.SOURCE_PORT)).isNull();
    }

    @Test
    void anObjectTakesThePlaceOfAPlainValue() {
        Event event = new Event.Builder()
                .put("host", "web-01")
                .put(Ecs.HOST_NAME, "web-01")
                .build();

        assertThat(event.get(Ecs.HOST_NAME)).isEqualTo("web-01");
    }

    @Test
    void findsFieldsWrittenWithDotsInTheirNames() {
        Event event = new Event.Builder()
                .merge("", Map.of("winlog", Map.of("event_data.Image", "a.exe")))
                .build();

        assertThat(event.get("winlog.event_data.Image")).isEqualTo("a.exe");
    }

    @Test
    void aCopyIsIndependentOfItsOrigin() {
        Event event = new Event.Builder().put(Ecs.HOST_NAME, "a").build();

        Event changed = event.toBuilder()
                .put(Ecs.HOST_NAME, "b")
                .remove("nothing.there")
                .build();

        assertThat(event.get(Ecs.HOST_NAME)).isEqualTo("a");
        assertThat(changed.get(Ecs.HOST_NAME)).isEqualTo("b");
    }

    @Test
    void theIndexDayIsThatOfUtc() {
        assertThat(RetentionClass.R12.indexFor(Instant.parse("2026-11-21T23:59:59.999Z")))
                .isEqualTo("logs-r12-2026.11.21");
        assertThat(RetentionClass.ofCode("r3").indexFor(Instant.parse("2026-11-22T00:00:00Z")))
                .isEqualTo("logs-r3-2026.11.22");
        assertThat(RetentionClass.ofCode("unknown")).isEqualTo(RetentionClass.R12);
    }
}
