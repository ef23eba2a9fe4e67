package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.sigma.rule.SigmaSettings;

class ModifierTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "f|contains: b; abc; true",
                "f|contains: '*b'; abc; true",
                "f|contains: 'x\\'; C:\\x\\y; true",
                "f|startswith: AB; abc; true",
                "f|startswith: b; abc; false",
                "f|endswith: '\\cmd.exe'; C:\\Windows\\CMD.exe; true",
                "f|endswith: '\\cmd.exe'; xcmd.exe; false",
                "f|contains|all: [a, c]; abc; true",
                "f|all|contains: [a, c]; abc; true",
                "f|contains|all: [a, d]; abc; false",
                "f|cased: abc; abc; true",
                "f|cased: abc; ABC; false",
                "f|contains|cased: B; abc; false",
                "f|neq: [a, b]; c; true",
                "f|neq: [a, b]; b; false",
                "f|re: '^a.c$'; abc; true",
                "f|re: b; abc; true",
                "f|re: B; abc; false",
                "f|re|i: B; abc; true",
                "f|re|ignorecase: B; abc; true",
                "f|re: '\\d{3}\\\\x'; 123\\x; true",
                "f|cidr: 10.0.0.0/8; 10.1.2.3; true",
                "f|cidr: 10.0.0.0/9; 10.128.0.1; false",
                "f|cidr: 192.168.1.129/25; 192.168.1.200; true",
                "f|cidr: 192.168.1.129/25; 192.168.1.20; false",
                "f|cidr: 2001:db8::/32; 2001:DB8:1::1; true",
                "f|cidr: fe80::/10; fe80::1%eth0; true",
                "f|cidr: 0.0.0.0/0; no address; false",
                "f|cidr: 0.0.0.0/0; 5; false",
                "f|cidr: 0.0.0.0/0; ::1; false",
                "f|gt: 5; 6; true",
                "f|gt: 5; 5; false",
                "f|gte: 5; 5.0; true",
                "f|lt: 5; -1; true",
                "f|lte: 5; 5.1; false",
                "f|lt: 5; none; false",
                "f|hour: 23; 2026-11-22T23:59:00Z; true",
                "f|hour: 23; 2026-11-22 23:59:00.123; true",
                "f|hour|gte: 22; 2026-11-22T23:59:00Z; true",
                "f|minute: 59; 2026-11-22T23:59:00Z; true",
                "f|day: 22; 2026-11-22T23:59:00Z; true",
                "f|week: 47; 2026-11-22T23:59:00Z; true",
                "f|month: 11; 2026-11-22T23:59:00Z; true",
                "f|year: 2026; 2026-11-22T23:59:00Z; true",
                "f|year: 2025; 2026-11-22T23:59:00Z; false",
                "f|year: 2026; yesterday; false",
                "f|contains|windash: ' -f '; x /F y; true",
                "f|contains|windash: ' /f '; x -f y; true",
                "f|windash|contains: ' -f -g'; x /f –g y; true",
                "f|windash: 'a-b'; a/b; false",
                "f|windash: '-b'; ―b; true",
                "f|base64: foobar; Zm9vYmFy; true",
                "f|base64|contains: foobar; xxZm9vYmFyxx; true",
                "f|base64offset|contains: foobar; Zm9vYmFy; true",
                "f|base64offset|contains: foobar; aaZvb2Jhcaa; true",
                "f|base64offset|contains: foobar; aamb29iYXaa; true",
                "f|base64offset|contains: foobar; nothing; false",
            })
    void doesWhatTheSpecificationSays(String item, String value, boolean expected) {
        assertThat(OneRule.item(item).matches("f", value)).isEqualTo(expected);
    }

    @Test
    void multilineAndDotallConcernLineEnds() {
        assertThat(OneRule.item("f|re: '^b$'").matches("f", "a\nb\nc")).isFalse();
        assertThat(OneRule.item("f|re|m: '^b$'").matches("f", "a\nb\nc")).isTrue();
        assertThat(OneRule.item("f|re: 'a.b'").matches("f", "a\nb")).isFalse();
        assertThat(OneRule.item("f|re|s: 'a.b'").matches("f", "a\nb")).isTrue();
    }

    @Test
    void neqHoldsForAnAbsentField() {
        assertThat(OneRule.item("f|neq: a").matches("g", "x")).isTrue();
        assertThat(OneRule.detection("s:\n  f: a\ncondition: not s").matches("g", "x"))
                .isTrue();
    }

    @Test
    void encodingsComeBeforeBase64() {
        for (Map.Entry<String, Charset> encoding : Map.of(
                        "wide", StandardCharsets.UTF_16LE,
                        "utf16le", StandardCharsets.UTF_16LE,
                        "utf16be", StandardCharsets.UTF_16BE)
                .entrySet()) {
            for (String before : List.of("", "x", "xx")) {
                byte[] script = (before + "đặt lệnh" + "zz").getBytes(encoding.getValue());
                String encoded = Base64.getEncoder().encodeToString(script);
                assertThat(OneRule.item("f|" + encoding.getKey() + "|base64offset|contains: đặt lệnh")
                                .matches("f", "powershell -enc " + encoded))
                        .as("%s after %s", encoding.getKey(), before)
                        .isTrue();
            }
        }
        String marked = Base64.getEncoder().encodeToString("\ufeffab".getBytes(StandardCharsets.UTF_16LE));
        assertThat(OneRule.item("f|utf16|base64: ab").matches("f", marked)).isTrue();
    }

    @Test
    void base64OffsetsCountBytes() {
        String encoded = Base64.getEncoder().encodeToString("x→đường←".getBytes(StandardCharsets.UTF_8));
        assertThat(OneRule.item("f|base64offset|contains: đường").matches("f", encoded))
                .isTrue();
    }

    @Test
    void fieldrefComparesTwoFieldsOfTheEvent() {
        OneRule equal = OneRule.item("f|fieldref: g");
        assertThat(equal.matches(Map.of("f", "A", "g", "a"))).isTrue();
        assertThat(equal.matches(Map.of("f", "A", "g", "b"))).isFalse();
        assertThat(equal.matches("f", "A")).isFalse();
        assertThat(equal.matches("h", "A")).isFalse();
        assertThat(OneRule.item("f|fieldref|startswith: g").matches(Map.of("f", "abc", "g", "AB")))
                .isTrue();
        assertThat(OneRule.item("f|fieldref|endswith: g").matches(Map.of("f", "abc", "g", "AB")))
                .isFalse();
        assertThat(OneRule.item("f|cased|fieldref: g").matches(Map.of("f", "A", "g", "a")))
                .isFalse();
    }

    @Test
    void expandTakesTheValuesOfTheSettings() {
        SigmaSettings settings =
                new SigmaSettings(Map.of("admins", List.of("root", "quản trị")), SigmaSettings.DEFAULT.zone());
        String detection = "selection:\n  f|expand: 'user %admins%'\ncondition: selection";
        assertThat(OneRule.detection(detection, settings).matches("f", "user Quản Trị"))
                .isTrue();
        assertThat(OneRule.detection(detection, settings).matches("f", "user %admins%"))
                .isFalse();
        assertThat(OneRule.detection(detection).issues())
                .containsExactly("7:15 the placeholder %admins% has no values in the settings");
        assertThat(OneRule.item("f: '%admins%'").matches("f", "%admins%")).isTrue();
        assertThat(OneRule.item("f|expand: '100\\%x%'").matches("f", "100%x%")).isTrue();
    }

    @Test
    void timePartsAreReadInTheZoneOfTheSettings() {
        SigmaSettings settings = new SigmaSettings(Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));
        String detection = "selection:\n  f|hour: 6\ncondition: selection";
        assertThat(OneRule.detection(detection, settings).matches("f", "2026-11-22T23:59:00Z"))
                .isTrue();
        assertThat(OneRule.detection(detection, settings).matches("f", 1_795_391_940_000L))
                .isTrue();
        assertThat(OneRule.detection(detection, settings).matches("f", 1_795_391_940L))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f|unknown: a",
                "f|contains|re: a",
                "f|i: a",
                "f|re|startswith: a",
                "f|re: '(a'",
                "f|re: 'a(?=b)'",
                "f|re: '((a{100}){100}){100}'",
                "f|cidr: 10.0.0.0/33",
                "f|cidr: 10.1",
                "f|cidr|contains: 10.0.0.0/8",
                "f|gt: five",
                "f|gt|lt: 5",
                "f|hour: noon",
                "f|exists: maybe",
                "f|exists|all: true|x",
                "f|contains: null",
                "f: [a, null]",
                "f: []",
                "f: {a: b}",
                "f: [[a]]",
                "f|base64: 'a*'",
                "f|base64: ''",
                "f|wide|base64: 'a?'",
                "f|fieldref: 5",
                "f|fieldref|re: g",
                "'|fieldref': g",
            })
    void refusesWhatCannotBeMeant(String item) {
        assertThat(OneRule.item(item).issues()).isNotEmpty();
    }
}
