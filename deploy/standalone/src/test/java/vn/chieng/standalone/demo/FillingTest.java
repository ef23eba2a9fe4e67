package vn.chieng.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FillingTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-02T01:02:03.004Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Organization COMMUNE =
            new Organization("org-21583", Organization.Kind.COMMUNE, "Phường Quy Nhơn", "127.0.0.21");

    private final Filling filling = new Filling(CLOCK, new SplittableRandom(1));

    private static Action action(String template, String with) {
        return new SceneReader()
                .read(
                        List.of(template),
                        List.of("{\"at\":\"PT1S\",\"step\":\"t\",\"host\":\"mc-{code}\",\"with\":" + with + "}"))
                .steps()
                .getFirst()
                .action();
    }

    @Test
    void writesTheNewSyslogHeadWithTheTimeOfPlaying() {
        Action action = action(
                "{\"template\":\"t\",\"syslog\":\"rfc5424\",\"over\":\"udp\",\"facility\":10,\"severity\":6,"
                        + "\"app\":\"sudo\",\"pid\":false,\"text\":\"{message}\"}",
                "{\"message\":\"Tiếp nhận hồ sơ\"}");

        assertThat(filling.fill(action, COMMUNE, 0, Filling.walking(0)))
                .isEqualTo("<86>1 2026-11-02T08:02:03.004+07:00 mc-21583 sudo - - - Tiếp nhận hồ sơ");
    }

    @Test
    void padsTheDayOfTheOldSyslogHeadWithASpace() {
        Action action = action(
                "{\"template\":\"t\",\"syslog\":\"rfc3164\",\"over\":\"udp\",\"facility\":9,\"severity\":6,"
                        + "\"app\":\"CRON\",\"pid\":false,\"text\":\"x\"}",
                "{}");

        assertThat(filling.fill(action, COMMUNE, 0, Filling.walking(0)))
                .isEqualTo("<78>Nov  2 08:02:03 mc-21583 CRON: x");
    }

    @Test
    void aStepWalksThroughItsListsAndCountsItsLines() {
        Action action = action(
                "{\"template\":\"t\",\"document\":{\"user\":\"{user}\",\"file\":\"{file}\"}}",
                "{\"user\":[\"a\",\"b\"],\"file\":\"bang-ke-{index}.pdf.locked\"}");

        assertThat(json(filling.fill(action, COMMUNE, 2, Filling.walking(2))))
                .isEqualTo(json("{\"user\":\"a\",\"file\":\"bang-ke-3.pdf.locked\"}"));
    }

    @Test
    void documentsKeepNumbersNumbersAndEscapeWhatIsFilledIn() {
        Action action = action(
                "{\"template\":\"t\",\"document\":{\"status\":\"{#status}\",\"said\":\"{said}\"}}",
                "{\"status\":\"404\",\"said\":\"\\\"C:\\\\Windows\\\"\"}");

        JsonNode document = json(filling.fill(action, COMMUNE, 0, Filling.walking(0)));

        assertThat(document.path("status").isInt()).isTrue();
        assertThat(document.path("said").stringValue()).isEqualTo("\"C:\\Windows\"");
    }

    @Test
    void bracesOfAValueItselfStayAsTheyAre() {
        Action action = action(
                "{\"template\":\"t\",\"document\":{\"command\":\"{command}\"}}",
                "{\"command\":\"bcdedit /set {default} recoveryenabled no\"}");

        assertThat(filling.fill(action, COMMUNE, 0, Filling.walking(0))).contains("/set {default} recoveryenabled");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
