package vn.chieng.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;

/** Rates on real logs, and every field made of them held against the list of ECS fields. */
class CorpusTest {
    private static final FrameContext CONTEXT = FrameContext.receivedAt(Instant.parse("2026-11-22T02:00:00Z"));
    private static final Codec AUTO = Codecs.named("auto").orElseThrow();
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            Ecs.EVENT_KIND,
            Set.of("event", "pipeline_error", "alert", "metric", "state", "signal", "asset", "enrichment"),
            Ecs.EVENT_CATEGORY,
            Set.of(
                    "api",
                    "authentication",
                    "configuration",
                    "database",
                    "driver",
                    "email",
                    "file",
                    "host",
                    "iam",
                    "intrusion_detection",
                    "library",
                    "malware",
                    "network",
                    "package",
                    "process",
                    "registry",
                    "session",
                    "threat",
                    "vulnerability",
                    "web"),
            Ecs.EVENT_TYPE,
            Set.of(
                    "access",
                    "admin",
                    "allowed",
                    "change",
                    "connection",
                    "creation",
                    "deletion",
                    "denied",
                    "device",
                    "end",
                    "error",
                    "group",
                    "indicator",
                    "info",
                    "installation",
                    "protocol",
                    "start",
                    "user"),
            Ecs.EVENT_OUTCOME,
            Set.of("success", "failure", "unknown"));

    @Test
    void everySshdLineOfARealServerIsClassified() throws IOException {
        List<Event> events = decoded(Corpus.lines(Corpus.path("logs/loghub/OpenSSH/OpenSSH_2k.log")));
        List<Event> signIns = events.stream()
                .filter(event -> text(event, Ecs.MESSAGE).matches("(message repeated .*)?(Failed|Accepted) .*"))
                .toList();

        report("loghub OpenSSH, all lines", events);
        report("loghub OpenSSH, sign-ins", signIns);

        assertThat(share(events, CorpusTest::isClassified)).isEqualTo(1);
        assertThat(share(signIns, CorpusTest::isWhole)).isEqualTo(1);
    }

    @Test
    void sshdSudoAndSuLinesOfRuleTestsAreClassified() throws IOException {
        List<Event> sshd = decoded(Corpus.ruleTestLines(Corpus.path("logs/wazuh-ruleset-tests/sshd.ini")));
        List<Event> sudo = decoded(Corpus.ruleTestLines(Corpus.path("logs/wazuh-ruleset-tests/sudo.ini")));
        List<Event> su = decoded(Corpus.ruleTestLines(Corpus.path("logs/wazuh-ruleset-tests/su.ini")));

        report("rule tests sshd", sshd);
        report("rule tests sudo", sudo);
        report("rule tests su", su);

        assertThat(share(sshd, CorpusTest::isClassified)).isGreaterThan(0.85);
        assertThat(share(sudo, event -> isClassified(event) && has(event, Ecs.USER_NAME)))
                .isEqualTo(1);
        assertThat(share(su, event -> isClassified(event) && has(event, Ecs.USER_NAME)))
                .isEqualTo(1);
    }

    @Test
    void everyWindowsEventIsNamedAndMostAreClassified() throws IOException {
        List<Event> events = windowsEvents();

        report("otrf windows", events);

        assertThat(events).allSatisfy(event -> {
            assertThat(event.get(Ecs.WINLOG_EVENT_ID)).isInstanceOf(Number.class);
            assertThat(event.text(Ecs.WINLOG_CHANNEL)).isNotNull();
            assertThat(event.text(Ecs.HOST_NAME)).isNotNull();
            assertThat(event.get(Ecs.WINLOG_EVENT_DATA)).isInstanceOf(Map.class);
        });
        assertThat(share(events, event -> has(event, Ecs.EVENT_CATEGORY))).isGreaterThan(0.85);
    }

    @Test
    void everyFieldIsOneOfEcsWithAnAllowedValue() throws IOException {
        Map<String, String> types = ecsTypes();
        List<Event> events = new ArrayList<>(windowsEvents());
        events.addAll(decoded(Corpus.lines(Corpus.path("logs/loghub/OpenSSH/OpenSSH_2k.log"))));
        try (Stream<Path> files = Files.walk(Corpus.path("logs/wazuh-ruleset-tests"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".ini")).toList()) {
                events.addAll(decoded(Corpus.ruleTestLines(file).stream()
                        .filter(line -> !line.startsWith("{"))
                        .toList()));
            }
        }
        Set<String> unknown = new TreeSet<>();
        for (Event event : events) {
            check("", event.fields(), types, unknown);
        }
        assertThat(unknown).isEmpty();
    }

    private static void check(String parent, Map<?, ?> fields, Map<String, String> types, Set<String> unknown) {
        fields.forEach((name, value) -> {
            String path = parent.isEmpty() ? String.valueOf(name) : parent + "." + name;
            String type = types.getOrDefault(path, "");
            boolean free =
                    path.equals("winlog") || path.equals("chieng") || type.equals("flattened") || path.equals("labels");
            if (value instanceof Map<?, ?> inner && !free) {
                check(path, inner, types, unknown);
            } else if (!free && !fits(type, path, value)) {
                unknown.add(
                        path + " = " + String.valueOf(value).lines().findFirst().orElse(""));
            }
        });
    }

    private static boolean fits(String type, String path, Object value) {
        if (ALLOWED.containsKey(path)) {
            Set<String> given = value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                    : Set.of(String.valueOf(value));
            return ALLOWED.get(path).containsAll(given);
        }
        return switch (type) {
            case "" -> false;
            case "long", "float" -> value instanceof Number;
            case "ip" ->
                value instanceof List<?> list
                        ? list.stream().allMatch(each -> IpAddresses.normalized(String.valueOf(each)) != null)
                        : IpAddresses.normalized(String.valueOf(value)) != null;
            case "date" -> Times.parse(String.valueOf(value), CONTEXT.zone()) != null;
            default -> value instanceof String || value instanceof List<?>;
        };
    }

    private static Map<String, String> ecsTypes() throws IOException {
        return Corpus.lines(Corpus.path("ecs/fields-9.4.0.csv")).stream()
                .map(line -> line.split(",", 6))
                .filter(cells -> cells.length > 4)
                .collect(Collectors.toMap(cells -> cells[3], cells -> cells[4], (first, second) -> first));
    }

    private static List<Event> windowsEvents() throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Corpus.path("logs/otrf-windows"))) {
            for (Path zip : files.filter(path -> path.toString().endsWith(".zip"))
                    .limit(12)
                    .toList()) {
                try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
                    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                        events.addAll(decoded(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList()));
                    }
                }
            }
        }
        return events;
    }

    private static List<Event> decoded(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> AUTO.decode(line.getBytes(StandardCharsets.UTF_8), CONTEXT)
                        .event())
                .toList();
    }

    private static boolean isClassified(Event event) {
        return has(event, Ecs.EVENT_CATEGORY) && has(event, Ecs.EVENT_OUTCOME);
    }

    private static boolean isWhole(Event event) {
        return isClassified(event) && has(event, Ecs.USER_NAME) && has(event, Ecs.SOURCE_IP);
    }

    private static boolean has(Event event, String path) {
        return event.get(path) != null;
    }

    private static String text(Event event, String path) {
        return String.valueOf(event.get(path));
    }

    private static double share(List<Event> events, Predicate<Event> wanted) {
        return (double) events.stream().filter(wanted).count() / events.size();
    }

    private static void report(String what, List<Event> events) {
        System.out.println(String.format(
                Locale.ROOT,
                "RATE %s: %d events, category %.3f, outcome %.3f, user %.3f, source ip %.3f",
                what,
                events.size(),
                share(events, event -> has(event, Ecs.EVENT_CATEGORY)),
                share(events, event -> has(event, Ecs.EVENT_OUTCOME)),
                share(events, event -> has(event, Ecs.USER_NAME)),
                share(events, event -> has(event, Ecs.SOURCE_IP))));
    }
}
