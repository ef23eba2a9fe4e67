package vn.chieng.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;

/** Each shipped rule stands beside a folder {@code sigma/<rule>} with the events it must and must not match. */
class ShippedRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RuleSet.Loaded LOADED = RuleSet.load(ShippedRules.sigma());

    static List<String> names() {
        return ShippedRules.names();
    }

    @Test
    void everyRuleIsSoundAndListed() throws IOException, URISyntaxException {
        assertThat(LOADED.issues()).isEmpty();
        Path folder = Path.of(Objects.requireNonNull(ShippedRules.class.getResource("/sigma/ssh_login.yml"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yml"))
                            .map(name -> name.substring(0, name.length() - ".yml".length())))
                    .containsExactlyInAnyOrderElementsOf(ShippedRules.names());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void matchesWhatItMust(String name) throws IOException {
        List<Event> events = events(name, "match");
        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events).allSatisfy(event -> assertThat(matched(event)).contains(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void leavesAloneWhatItMustNotMatch(String name) throws IOException {
        List<Event> events = events(name, "nomatch");
        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events).allSatisfy(event -> assertThat(matched(event)).doesNotContain(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void speaksBothLanguagesAndNamesItsTechnique(String name) {
        SigmaRule rule = rule(name);
        assertThat(rule.titleVi()).isNotBlank().isNotEqualTo(rule.title());
        assertThat(rule.descriptionVi()).isNotBlank().isNotEqualTo(rule.description());
        assertThat(rule.falsePositives()).isNotEmpty();
        assertThat(rule.tags()).anyMatch(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"));
    }

    @Test
    void anAttemptToSignInIsCountedOnce() throws IOException {
        for (String name : List.of("ssh_failed_login", "ssh_invalid_user", "windows_failed_logon")) {
            for (Event event : events(name, "match")) {
                assertThat(LOADED.rules().match(event))
                        .filteredOn(rule -> rule.tags().contains("chieng.authentication-failure"))
                        .hasSize(1);
            }
        }
        assertThat(rule("ssh_login").tags()).contains("chieng.authentication-success");
    }

    private static SigmaRule rule(String name) {
        return LOADED.rules().rules().stream()
                .filter(rule -> rule.file().endsWith("/" + name + ".yml"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> matched(Event event) {
        return LOADED.rules().match(event).stream()
                .map(rule -> rule.file().replaceAll(".*/|\\.yml", ""))
                .toList();
    }

    private static List<Event> events(String rule, String kind) throws IOException {
        String resource = "/sigma/" + rule + "/" + kind + ".ndjson";
        URL url = Objects.requireNonNull(ShippedRulesTest.class.getResource(resource), "no " + resource);
        try (Stream<String> lines = Files.lines(Path.of(url.toURI()))) {
            return lines.map(line ->
                            new Event(JSON.readValue(line, new TypeReference<Map<String, @Nullable Object>>() {})))
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
