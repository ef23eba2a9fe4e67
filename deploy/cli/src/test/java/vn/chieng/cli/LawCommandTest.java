package vn.chieng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawCommandTest {
    private static final Path FORMAT = Path.of("../../docs/formats/classify-input.md");
    private static final String SHIPPED = "../../api/law/src/main/resources/law/";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSoundPackIsCounted() {
        assertThat(run("law", "check", SHIPPED + "packs/ND331-2026")).isZero();
        assertThat(out()).startsWith("ND331-2026 1.").contains("not yet compared with the original");
    }

    @Test
    void allThatIsWrongWithAPackIsNamedWithLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("pack.yml"), "schema: 1\npack: B\nversions: \"1\"\nuse: never\n");
        assertThat(run("law", "check", folder.toString())).isEqualTo(1);
        assertThat(err())
                .contains("pack.yml:3:1: unknown key \"versions\"")
                .contains("pack.yml:4:6: \"never\" is none of: regular, transition")
                .contains("pack.yml:1:1: the key \"version\" is missing");
    }

    @Test
    void aFolderThatIsNotThereIsWrongUse() {
        assertThat(run("law", "check", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(err()).contains("cannot read").contains("there is no such file");
    }

    @Test
    void theExampleOfTheDocumentationIsClassifiedAsItSays() throws IOException {
        String document = Files.readString(FORMAT);
        Path file = Files.writeString(folder.resolve("systems.json"), block(document, "```json\n"));
        assertThat(run("law", "classify", "--pack", "ND331-2026", file.toString()))
                .isZero();
        assertThat(out()).isEqualTo(block(document, "```text\n"));
        assertThat(err()).isEmpty();
    }

    private static String block(String document, String fence) {
        int start = document.indexOf(fence) + fence.length();
        return document.substring(start, document.indexOf("```", start));
    }

    @Test
    void theReportIsAlsoVietnamese() throws IOException {
        Path file = systems("{\"systems\": [{\"id\": \"a\", \"answers\": {\"administrative-procedures\": true}}]}");
        assertThat(run("law", "classify", "--pack", "ND331-2026", "--language", "vi", file.toString()))
                .isZero();
        assertThat(out())
                .contains("cấp độ 3")
                .contains("NĐ 331 Điều 13 khoản 2 điểm b")
                .contains("quyết định");
    }

    @Test
    void aWrongAnswerIsNamedWithItsPlaceAndTheOthersAreClassified() throws IOException {
        Path file = systems("""
                {"systems": [
                  {"id": "a", "answers": {"basic-data-subjects": -1, "system-type": "inner"}},
                  {"id": "b", "answers": {"colour": "red", "controlled-works": {"x": 1}}},
                  {"id": "c", "answers": {"administrative-procedures": true}}
                ]}
                """);
        assertThat(run("law", "classify", "--pack", "ND331-2026", file.toString()))
                .isEqualTo(1);
        assertThat(err())
                .contains(file + ":2:50 /systems/0/answers/basic-data-subjects: ")
                .contains(file + ":2:69 /systems/0/answers/system-type: \"system-type\" has no such option")
                .contains("/systems/1/answers/colour: \"colour\" is no input of this pack")
                .contains("/systems/1/answers/controlled-works: an answer is a text");
        assertThat(out()).contains("c  c").contains("level 3");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        Path file = systems("{\"systems\": [\n  {\"id\": \"a\",, }\n]}");
        assertThat(run("law", "classify", "--pack", "ND331-2026", file.toString()))
                .isEqualTo(1);
        assertThat(err()).contains(file + ":2:");
    }

    @Test
    void anUnknownPackIsWrongUseAndNamesThoseThatShip() throws IOException {
        Path file = systems("{\"systems\": []}");
        assertThat(run("law", "classify", "--pack", "ND1", file.toString())).isEqualTo(2);
        assertThat(err()).contains("packs that ship: ND331-2026, ND85-2016");
    }

    @Test
    void anAnswerThatOnlyTheOtherPackAsksForIsPassedOver() throws IOException {
        Path file = systems(
                "{\"systems\": [{\"id\": \"a\", \"answers\": {\"administrative-procedures\": true, \"public-service-degree\": 4}}]}");
        assertThat(run("law", "classify", "--pack", "ND85-2016", file.toString()))
                .isZero();
        assertThat(out()).contains("level 3").contains("not asked by this pack: administrative-procedures");
    }

    @Test
    void fifteenWorkingDaysOverTetAreCountedDayByDay() {
        assertThat(run(
                        "law",
                        "due",
                        "--pack",
                        "ND331-2026",
                        "--calendar",
                        SHIPPED + "calendar.yml",
                        "--from",
                        "2026-02-13",
                        "--step",
                        "appraise",
                        "--level",
                        "3"))
                .isZero();
        assertThat(out())
                .contains("Sat 14/02/2026  not counted: weekend")
                .contains("Mon 16/02/2026  not counted: public holiday: Lunar New Year")
                .contains("Mon 23/02/2026  day 1")
                .contains("Due: Fri 13/03/2026 (late from Sat 14/03/2026 00:00)");
    }

    @Test
    void aStepWithoutATimeLimitIsWrongUseAndNamesThoseThatHaveOne() {
        assertThat(run("law", "due", "--pack", "ND331-2026", "--from", "2026-02-13", "--step", "write", "--level", "3"))
                .isEqualTo(2);
        assertThat(err())
                .contains("--step: \"write\" has no time limit at level 3; these have: completeness, appraise");
    }

    @Test
    void aDateThatIsNoneIsWrongUse() {
        assertThat(run(
                        "law",
                        "due",
                        "--pack",
                        "ND331-2026",
                        "--from",
                        "13/02/2026",
                        "--step",
                        "approve",
                        "--level",
                        "3"))
                .isEqualTo(2);
        assertThat(err()).contains("--from: \"13/02/2026\" is neither");
    }

    @Test
    void pastTheCalendarThereIsNoDate() {
        assertThat(run(
                        "law",
                        "due",
                        "--pack",
                        "ND331-2026",
                        "--from",
                        "2030-12-27",
                        "--step",
                        "approve",
                        "--level",
                        "3"))
                .isEqualTo(1);
        assertThat(out()).contains("No date: the calendar");
    }

    private Path systems(String json) throws IOException {
        return Files.writeString(folder.resolve("systems.json"), json);
    }

    private int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Chieng.run(surroundings, arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
