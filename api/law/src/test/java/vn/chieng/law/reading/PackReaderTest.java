package vn.chieng.law.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.law.TestPacks;

class PackReaderTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "an unknown key",
                        "classification.yml",
                        "{id: sensors, cite",
                        "{id: sensors, colour: red, cite",
                        "classification.yml:3:19: unknown key \"colour\""),
                mistake(
                        "a missing key",
                        "classification.yml",
                        ", number: 7,",
                        ",",
                        "classification.yml:6:5: the key \"number\" is missing"),
                mistake(
                        "a word for a number",
                        "classification.yml",
                        "limit: 50",
                        "limit: many",
                        "classification.yml:19:65: \"many\" is not a whole number"),
                mistake(
                        "an impossible date",
                        "pack.yml",
                        "effective-from: 2030-01-01",
                        "effective-from: 2030-02-30",
                        "pack.yml:6:17: \"2030-02-30\" is not a date (yyyy-mm-dd)"),
                mistake(
                        "an end before the beginning",
                        "pack.yml",
                        "effective-from: 2030-01-01",
                        "effective-from: 2030-01-01\neffective-to: 2029-01-01",
                        "pack.yml:1:1: \"effective-to\" is before \"effective-from\""),
                mistake(
                        "an instrument nobody knows",
                        "procedure.yml",
                        "[QX/4/1]",
                        "[QZ/4/1]",
                        "procedure.yml:8:23: \"QZ\" is not among instruments"),
                mistake(
                        "a malformed citation",
                        "procedure.yml",
                        "[QX/4/1]",
                        "[QX//1]",
                        "procedure.yml:8:23: \"QX//1\" is no citation: write instrument/article/clause/point"),
                mistake(
                        "a rule without citation",
                        "procedure.yml",
                        "{id: flood, cite: [QX/5]",
                        "{id: flood, cite: []",
                        "procedure.yml:6:5: a rule without citation"),
                mistake(
                        "an actor nobody knows",
                        "procedure.yml",
                        "after: handed-in, by: warden",
                        "after: handed-in, by: fox",
                        "procedure.yml:8:117: \"fox\" is not among actors"),
                mistake(
                        "an id of the wrong section",
                        "procedure.yml",
                        "within: look",
                        "within: warden",
                        "procedure.yml:22:83: \"warden\" is not among deadlines"),
                mistake(
                        "an id used twice",
                        "procedure.yml",
                        "{id: flood,",
                        "{id: warden,",
                        "procedure.yml:6:10: the id \"warden\" is already used at XA-2030/procedure.yml:3:10"),
                mistake(
                        "an unknown word",
                        "procedure.yml",
                        "unit: working-days",
                        "unit: moons",
                        "procedure.yml:8:81: \"moons\" is none of: working-days, calendar-days, hours"),
                mistake(
                        "an input no condition may name",
                        "classification.yml",
                        "{input: river, equals",
                        "{input: lake, equals",
                        "classification.yml:16:19: the input \"lake\" is not known here"),
                mistake(
                        "a comparison its type does not have",
                        "classification.yml",
                        "{input: river, equals: true}",
                        "{input: river, at-least: 3}",
                        "classification.yml:16:36: \"river\" is not a whole number"),
                mistake(
                        "neither true nor false",
                        "classification.yml",
                        "{input: river, equals: true}",
                        "{input: river, equals: yes}",
                        "classification.yml:16:34: \"river\" is true or false"),
                mistake(
                        "an unknown operator",
                        "classification.yml",
                        "at-least: 1}",
                        "more-than: 1}",
                        "classification.yml:9:71: a condition is all, any, not, or an input with one of equals, in,"
                                + " at-least, at-most, exists"),
                mistake(
                        "a level the pack has not",
                        "classification.yml",
                        "level: 8",
                        "level: 9",
                        "classification.yml:12:12: the pack has no level 9"),
                mistake(
                        "a counter apart from its criterion",
                        "classification.yml",
                        "limit: 50",
                        "limit: 51",
                        "classification.yml:19:65: the criterion \"river-sensors\" does not ask for at least 51 of"
                                + " \"sensors\""),
                mistake(
                        "a level without a route",
                        "procedure.yml",
                        "levels: [7]",
                        "levels: [8]",
                        "classification.yml:6:38: level 7 needs exactly one route without a flag, not: []"),
                mistake(
                        "an unknown schema",
                        "pack.yml",
                        "schema: 1",
                        "schema: 2",
                        "pack.yml:1:1: schema 2 is not known; this program reads 1"),
                mistake(
                        "a key twice",
                        "pack.yml",
                        "use: regular",
                        "use: regular\nuse: regular",
                        "pack.yml:6:1: the key \"use\" occurs twice"),
                mistake(
                        "broken YAML",
                        "incidents.yml",
                        "[QX/5/1]",
                        "[QX/5/1",
                        "incidents.yml:7:10: no valid YAML: expected ',' or ']', but got :"),
                mistake(
                        "an alias",
                        "incidents.yml",
                        "[QX/5/1]",
                        "*all",
                        "incidents.yml:6:11: anchors and aliases are not supported: write the value again"),
                mistake(
                        "a default for what has none",
                        "incidents.yml",
                        "defaults: {",
                        "defaults: {label: x, ",
                        "incidents.yml:1:12: \"label\" has no default"),
                mistake(
                        "an empty text",
                        "incidents.yml",
                        "\"Flood notice\"",
                        "\"\"",
                        "incidents.yml:7:31: the text is empty"));
    }

    private static Arguments mistake(String what, String file, String from, String to, String expected) {
        return Arguments.of(what, file, from, to, "XA-2030/" + expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesTheLineAndColumnOf(String what, String file, String from, String to, String expected) throws IOException {
        assertThat(issues(file, from, to)).as(what).contains(expected);
    }

    @Test
    void aFileWithNothingButCommentsIsAnEmptyTheme() throws IOException {
        Map<String, String> files = new TreeMap<>(PackEdit.texts(PackFiles.of(TestPacks.INVENTED)));
        files.put("retention.yml", "# nothing yet\n");
        assertThat(TestPacks.accepted(PackEdit.bytes("x", files)).retention().logs())
                .isEmpty();
    }

    @Test
    void reportsEverythingThatIsWrongTogetherInTheOrderOfTheFiles() throws IOException {
        Map<String, byte[]> contents = contents();
        change(contents, "classification.yml", "limit: 50", "limit: many");
        change(contents, "classification.yml", "{id: river, cite", "{id: river, hue: 1, cite");
        change(contents, "procedure.yml", "by: warden}", "by: fox}");
        change(contents, "incidents.yml", "recipients: [warden]", "recipients: [fox, wolf]");
        assertThat(issues(contents))
                .containsExactly(
                        "XA-2030/classification.yml:4:17: unknown key \"hue\"",
                        "XA-2030/classification.yml:19:65: \"many\" is not a whole number",
                        "XA-2030/incidents.yml:13:18: \"fox\" is not among actors",
                        "XA-2030/incidents.yml:13:23: \"wolf\" is not among actors",
                        "XA-2030/procedure.yml:8:117: \"fox\" is not among actors");
    }

    @Test
    void aWrongRuleIsStillKnownToThoseThatReferToIt() throws IOException {
        assertThat(issues("procedure.yml", "amount: 2,", "amount: two,"))
                .containsExactly("XA-2030/procedure.yml:8:72: \"two\" is not a whole number");
    }

    @Test
    void aMalformedCitationIsNotReportedAsAMissingOneToo() throws IOException {
        assertThat(issues("procedure.yml", "[QX/4/1]", "[QX//1]")).hasSize(1);
    }

    @Test
    void aFileNameThatIsNoThemeIsRefused() throws IOException {
        Map<String, byte[]> contents = contents();
        contents.put("notes.yml", "a: b".getBytes(StandardCharsets.UTF_8));
        assertThat(issues(contents)).containsExactly("XA-2030/notes.yml:1:1: no theme has this file name");
    }

    @Test
    void depthSizeAndNodesAreBounded() throws IOException {
        Map<String, byte[]> contents = contents();
        contents.put("retention.yml", ("logs: " + "[".repeat(30) + "]".repeat(30)).getBytes(StandardCharsets.UTF_8));
        contents.put("reporting.yml", ("dates: [" + "a, ".repeat(100_001) + "]").getBytes(StandardCharsets.UTF_8));
        contents.put("requirements.yml", new byte[NodeReader.MAX_BYTES + 1]);
        assertThat(issues(contents))
                .anyMatch(issue -> issue.endsWith("nested deeper than 24"))
                .anyMatch(issue -> issue.endsWith("more than 100000 nodes"))
                .anyMatch(issue -> issue.endsWith("the file is larger than 2097152 bytes"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Map<String, byte[]> contents = contents();
        contents.put("retention.yml", new byte[] {(byte) 0xc3, 0x28});
        assertThat(issues(contents)).containsExactly("XA-2030/retention.yml:1:1: the file is not valid UTF-8");
    }

    private static List<String> issues(String file, String from, String to) throws IOException {
        Map<String, byte[]> contents = contents();
        change(contents, file, from, to);
        return issues(contents);
    }

    private static List<String> issues(Map<String, byte[]> contents) {
        return switch (PackReader.read(new PackFiles("XA-2030", contents))) {
            case PackReading.Accepted _ -> List.of();
            case PackReading.Refused(List<DataIssue> issues) ->
                issues.stream().map(DataIssue::toString).toList();
        };
    }

    private static Map<String, byte[]> contents() throws IOException {
        return new TreeMap<>(PackFiles.of(TestPacks.INVENTED).contents());
    }

    private static void change(Map<String, byte[]> contents, String file, String from, String to) {
        String text = new String(contents.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        contents.put(
                file,
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
