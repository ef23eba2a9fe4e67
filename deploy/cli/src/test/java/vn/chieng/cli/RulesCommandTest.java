package vn.chieng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String RULE = """
            title: Failed logon
            id: 11111111-2222-3333-4444-555555555555
            logsource:
              product: windows
              service: security
            detection:
              selection:
                EventID: 4625
              condition: selection
            """;
    private static final String FAILED = "{\"Event\":{\"System\":{\"EventID\":4625,\"Channel\":\"Security\","
            + "\"Computer\":\"pc\",\"Provider\":{\"#attributes\":{\"Name\":\"Microsoft-Windows-Security-Auditing\"}},"
            + "\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"2026-11-21T01:02:03Z\"}}},"
            + "\"EventData\":{\"TargetUserName\":\"x\"}}}";
    private static final String OTHER = FAILED.replace("4625", "4624");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        return Chieng.run(
                new Surroundings(
                        clock,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void printsRuleFileAndIndexOfEachMatch() throws IOException {
        String rule = file("rule.yml", RULE);
        String lines = file("lines.ndjson", OTHER + "\n" + FAILED + "\n\n" + FAILED + "\n");
        String documents = file("documents.json", FAILED.replace(",", ",\n  ") + "\n" + OTHER);

        assertThat(run("rules", "match", "--rules", rule, "--events", lines, documents))
                .isZero();
        String match = "{\"rule\":\"11111111-2222-3333-4444-555555555555\",\"file\":\"%s\",\"event\":%d}";
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(match.formatted(lines, 1), match.formatted(lines, 2), match.formatted(documents, 0));
        assertThat(err.size()).isZero();
    }

    @Test
    void namesRefusedRulesAndGoesOnWithTheOthers() throws IOException {
        file(
                "a.yml",
                RULE.replace("condition: selection", "condition: selection and nothing")
                        .replace("1111", "2222"));
        file("b.yml", RULE);
        String events = file("events.ndjson", FAILED);

        assertThat(run("rules", "match", "--rules", folder.toString(), "--events", events))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a.yml:9:28 there is no search named nothing");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(run("rules", "check", folder.toString())).isEqualTo(1);
        assertThat(run("rules", "check", folder.resolve("b.yml").toString())).isZero();
    }

    @Test
    void checkPrintsATableOfWhatIsWrong() throws IOException {
        file("a.yml", RULE.replace("condition: selection", "condition: selection and nothing"));
        file("bb.yml", RULE.replace("logsource", "logsauce").replace("1111", "2222"));

        assertThat(run("rules", "check", folder.toString())).isEqualTo(1);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).startsWith("PLACE").endsWith("REASON");
        int reason = lines.getFirst().indexOf("REASON");
        assertThat(lines.get(1)).contains("a.yml:9:28", "refused");
        assertThat(lines.get(1).substring(reason)).startsWith("there is no search named nothing");
        assertThat(lines.get(2)).contains("bb.yml:");
        assertThat(lines.getLast()).isEqualTo("0 rules are sound; refused rules in 2 files");
    }

    @Test
    void wrongInputIsNamedWithItsPlace() throws IOException {
        String rule = file("rule.yml", RULE);
        String absent = folder.resolve("absent.yml").toString();
        assertThat(run("rules", "check", absent)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("chieng rules check: there is no file " + absent);
        err.reset();
        String broken = file("broken.json", "{\"a\": 1,\n \"b\": }");
        assertThat(run("rules", "explain", "--rule", rule, "--event", file("cut.json", "{\"a\": \n")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cut.json:");
        err.reset();
        assertThat(run("rules", "match", "--rules", rule, "--events", broken)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 events were unreadable");
        err.reset();
        String huge = file("huge.yml", "# " + "x".repeat(3 << 20));
        assertThat(run("rules", "check", huge)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("huge.yml:1:1");
    }

    @Test
    void countsABrokenEventAndGoesOnBehindIt() throws IOException {
        String rule = file("rule.yml", RULE);
        String events = file("events.ndjson", "{\"broken\": \n" + FAILED + "\n");

        assertThat(run("rules", "match", "--rules", rule, "--events", events)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"event\":1");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 events were unreadable");
    }

    @Test
    void readsRulesFromAnArchive() throws IOException {
        Path archive = folder.resolve("rules.tgz");
        try (OutputStream file = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
            for (String name : List.of("rules/a.yml", "LICENSE")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                byte[] content = RULE.getBytes(StandardCharsets.UTF_8);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        String events = file("events.ndjson", FAILED);

        assertThat(run("rules", "match", "--rules", archive.toString(), "--codec", "evtx-json", "--events", events))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void wrongUseIsTold() throws IOException {
        String rule = file("rule.yml", RULE);
        String events = file("events.ndjson", FAILED);
        String absent = folder.resolve("absent").toString();
        assertThat(run("rules")).isEqualTo(2);
        assertThat(run("rules", "match", "--rules", rule)).isEqualTo(2);
        assertThat(run("rules", "match", "--events", events)).isEqualTo(2);
        assertThat(run("rules", "match", "--rules", rule, "--codec", "none", "--events", events))
                .isEqualTo(2);
        assertThat(run("rules", "match", "--rules", absent, "--events", events)).isEqualTo(2);
        assertThat(run("rules", "match", "--rules", rule, "--events", absent)).isEqualTo(2);
        assertThat(run("rules", "match", "--rules", events, "--events", events)).isEqualTo(2);
        assertThat(run("rules", "check", absent)).isEqualTo(2);
    }

    @Test
    void everyRegressionEventIsMatchedByItsRuleAtLeastAsOftenAsStated() throws IOException {
        Path sigma = corpus().resolve("sigma");
        List<String> tests = Files.readAllLines(sigma.resolve("regression-expected.csv"));
        List<String> arguments = new ArrayList<>(List.of(
                "rules",
                "match",
                "--rules",
                sigma.resolve("sigmahq-rules.tar.gz").toString(),
                "--events"));
        tests.stream()
                .skip(1)
                .map(test -> test.split(",", -1)[2])
                .forEach(file -> arguments.add(sigma.resolve(file).toString()));

        run(arguments.toArray(String[]::new));

        Map<String, Integer> matches = new HashMap<>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> matches.merge(line.replaceAll("\"event\":.*", ""), 1, Integer::sum));
        List<String> missed = new ArrayList<>();
        for (String test : tests.subList(1, tests.size())) {
            String[] cells = test.split(",", -1);
            String key = "{\"rule\":\"%s\",\"file\":\"%s\",".formatted(cells[0], sigma.resolve(cells[2]));
            int stated = cells[4].isEmpty() ? 1 : Integer.parseInt(cells[4]);
            if (matches.getOrDefault(key, 0) < stated) {
                missed.add(cells[1] + ": " + matches.getOrDefault(key, 0) + " of " + stated);
            }
        }
        System.out.println(
                (tests.size() - 1 - missed.size()) + " of " + (tests.size() - 1) + " regression tests by codec auto");
        assertThat(missed).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("unreadable");
    }

    private static Path corpus() {
        String named = System.getenv("CHIENG_CORPUS");
        Path found = named == null ? null : Path.of(named);
        for (Path above = Path.of("").toAbsolutePath(); found == null && above != null; above = above.getParent()) {
            found = Files.isDirectory(above.resolve("shared/corpus")) ? above.resolve("shared/corpus") : null;
        }
        if (found == null || !Files.isDirectory(found)) {
            System.err.println("SKIPPED: no corpus where CHIENG_CORPUS says, nor in a shared/corpus above");
            Assumptions.abort("no corpus");
            throw new IllegalStateException();
        }
        return found;
    }

    @Test
    void explainsWhatEachItemOfARuleCameTo() throws IOException {
        String rule = file("rule.yml", RULE);
        assertThat(run("rules", "explain", "--rule", rule, "--event", file("event.json", OTHER)))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("no match", "selection: false", "EventID", "false", "[4624]");
        assertThat(run("rules", "explain", "--rule", rule, "--event", file("none.json", "")))
                .isEqualTo(1);
        assertThat(run("rules", "explain", "--rule", rule)).isEqualTo(2);
    }

    @Test
    void measuresRulesOnEvents() throws IOException {
        String events = file("events.ndjson", FAILED + "\n" + OTHER + "\n");
        assertThat(run("rules", "bench", "--rules", file("rule.yml", RULE), "--events", events, "--rounds", "2"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("round 2: 2 events, 1 matches", "candidates");
    }
}
