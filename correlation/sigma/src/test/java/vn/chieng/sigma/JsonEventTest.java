package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;

/** The bytes of an event say the same as the event that a JSON reader makes of them. */
class JsonEventTest {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonEvent.MAX_DEPTH)
                    .build())
            .build());
    private static final int BROKEN = 20_000;
    private static final String[] PIECES = {
        "\"",
        "\\",
        "\\\"",
        "\\\\",
        "\\u0061",
        "\\/",
        "\\x",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\t",
        "1",
        "-0",
        "1e3",
        "4.50",
        "true",
        "null",
        "đ",
        "\u212a",
        "\ud83d\ude00",
        "\u0000",
        "\"a\":",
        "\"a.b\":",
        "word"
    };

    private final RuleSet rules =
            RuleSet.load(List.of(RuleSource.of("kinds.yml", EveryKind.rules()))).rules();
    private final RuleMatcher matcher = rules.matcher();

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Event event(byte[] json) {
        Map<String, @Nullable Object> fields = JSON.readerForMapOf(Object.class).readValue(json);
        return new Event(fields);
    }

    private static List<String> titles(List<SigmaRule> matched) {
        return matched.stream().map(SigmaRule::title).toList();
    }

    private void assertSame(String json) {
        List<String> expected = titles(rules.scan(event(bytes(json))));
        assertThat(titles(matcher.match(bytes(json)))).as(json).isEqualTo(expected);
        assertThat(titles(rules.scan(new JsonEvent(bytes(json)))))
                .as("scan of %s", json)
                .isEqualTo(expected);
    }

    private void assertSameOf(String value) {
        assertSame("{\"event\":{\"category\":\"test\",\"module\":\"p\"},\"a\":" + value + ",\"b\":" + value + "}");
    }

    @Test
    void everySpellingOfAValueIsThatValue() {
        for (String value : List.of(
                "\"Word\"",
                "\"w\\u006frd\"",
                "\"W\\u004frd\"",
                "\"a inside b\"",
                "\"c:\\\\users\\\\x\"",
                "\"c:\\u005cusers\\u005cx\"",
                "\"\\\\cmd.exe\"",
                "\"a\\nb\"",
                "\"\\u0000\"",
                "\"\\/needle\"",
                "\"\\ud83d\\ude00\"",
                "\"\ud83d\ude00\"",
                "\"Đường Sắt\"",
                "\"\u0110\u01af\u1edcNG\"",
                "\"wor\\u0064\"",
                "\"\\\"\"",
                "4688",
                "4688.0",
                "4.688e3",
                "46880E-1",
                "-0",
                "0",
                "0.0",
                "1.50",
                "1.5",
                "15e-1",
                "123456789012345678901234567890",
                "9223372036854775808",
                "1e400",
                "47",
                "true",
                "false",
                "null",
                "\"\"",
                "{}",
                "[]",
                "{\"x\":1}",
                "[\"word\",1]",
                "[[\"word\"]]",
                "[null]",
                "[{\"a\":\"word\"}]",
                "[true,\"w\"]")) {
            assertSameOf(value);
            assertSameOf(" " + value + " \n");
        }
    }

    @Test
    void ofTwoNamesThatAreTheSameTheLastCounts() {
        String head = "{\"event\":{\"category\":\"test\"},";
        assertSame(head + "\"a\":\"x\",\"a\":\"Word\"}");
        assertSame(head + "\"a\":\"Word\",\"a\":\"x\"}");
        assertSame(head + "\"a\":\"Word\",\"\\u0061\":\"x\"}");
        assertSame(head + "\"nested.name\":\"deep\",\"nested\":{\"name\":\"x\"}}");
        assertSame(head + "\"nested\":{\"name\":\"deep\"},\"nested.name\":\"x\"}");
        assertSame(head + "\"nested\":[{\"name\":\"deep\"},{\"name\":\"x\"}]}");
        assertSame(head + "\"nested\":{\"na\\u006de\":\"deep\"}}");
        assertSame("{\"event.category\":\"test\",\"a\":\"Word\"}");
        assertSame("{\"event\":[{\"category\":\"test\"}],\"a\":\"Word\"}");
        assertSame("{\"event\":{\"category\":[\"other\",\"test\"]},\"a\":\"Word\"}");
    }

    @Test
    void textsEndWhereTheyEndWhateverTheirLength() {
        for (int length = 0; length < 200; length++) {
            for (String end : List.of("", "\\\\", "\\\"", "\\\\\\\"", "\\n", "đ", "\\u0041")) {
                assertSame("{\"event\":{\"category\":\"test\"},\"z\":\"" + "x".repeat(length) + end
                        + "\",\"a\":\"Word\"}");
            }
        }
    }

    @Test
    void whatAReaderRefusesIsRefusedAndWhatItTakesIsTaken() {
        Random random = new Random(42);
        int taken = 0;
        for (int i = 0; i < BROKEN; i++) {
            String json = broken(random);
            boolean readable = isReadable(bytes(json));
            boolean matched = true;
            try {
                matcher.match(bytes(json));
            } catch (JacksonException e) {
                matched = false;
            }
            assertThat(matched).as(json).isEqualTo(readable);
            if (readable) {
                assertSame(json);
                taken++;
            }
        }
        assertThat(taken).isBetween(BROKEN / 20, BROKEN);
    }

    private static String broken(Random random) {
        List<String> parts = new ArrayList<>(List.of(
                "{",
                "\"event\":",
                "{",
                "\"category\":",
                "\"test\"",
                "}",
                ",",
                "\"a\":",
                "\"Word ",
                "one two",
                "\"",
                ",",
                "\"b\":",
                "4",
                "}"));
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(parts.size());
            if (random.nextInt(4) == 0) {
                parts.remove(place);
            } else {
                parts.add(place, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return String.join("", parts);
    }

    private static boolean isReadable(byte[] json) {
        try {
            return JSON.readTree(json).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        for (byte[] letter : List.of(
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xff})) {
            byte[] json = bytes("{\"a\":\"xxxxxxxxxxx\"}");
            System.arraycopy(letter, 0, json, 8, letter.length);
            assertThatThrownBy(() -> matcher.match(json))
                    .isInstanceOf(JacksonException.class)
                    .hasMessageContaining("at byte 8");
        }
    }

    @Test
    void oneMatcherTakesManyEventsAndSplittingThemChangesNothing() {
        GeneratedEvents generated = new GeneratedEvents(rules.rules(), 11);
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(
                    JSON.writeValueAsBytes(new LinkedHashMap<>(generated.next().fields())));
        }
        List<List<String>> together =
                events.stream().map(matcher::match).map(JsonEventTest::titles).toList();
        RuleMatcher first = rules.matcher();
        RuleMatcher second = rules.matcher();
        List<List<String>> apart = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            apart.add(titles((i % 3 == 0 ? first : second).match(events.get(i))));
        }
        assertThat(apart).isEqualTo(together);
    }
}
