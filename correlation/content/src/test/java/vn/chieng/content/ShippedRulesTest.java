package vn.chieng.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.event.Level;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;

/** Each shipped rule stands beside a folder {@code sigma/<rule>} with the events it must and must not match. */
class ShippedRulesTest {
    private static final String ID = "5f3a7d20-8f0e-4c1b-9a51-0d6f4f0b1a";
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

    @Test
    void idsAreNumberedWithoutGapSoThatTheNextOneIsKnown() {
        assertThat(LOADED.rules().rules().stream().map(SigmaRule::id))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ShippedRules.names().size())
                                .mapToObj(number -> ID + "%02d".formatted(number))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void matchesWhatItMustAndNothingElseThatIsNotListed(String name) throws IOException {
        List<RuleCase> cases = RuleCase.of(name, RuleCase.Kind.MATCH);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(2);
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.matched(LOADED.rules())).isEqualTo(each.expected()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void leavesAloneWhatItMustNotMatch(String name) throws IOException {
        List<RuleCase> cases = RuleCase.of(name, RuleCase.Kind.NOMATCH);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(3);
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.matched(LOADED.rules()))
                        .doesNotContain(name)
                        .isEqualTo(each.expected()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void speaksBothLanguagesAndNamesItsTechnique(String name) {
        SigmaRule rule = rule(name);
        assertThat(rule.titleVi()).isNotBlank().isNotEqualTo(rule.title());
        assertThat(rule.descriptionVi()).isNotBlank().isNotEqualTo(rule.description());
        assertThat(rule.falsePositives()).isNotEmpty();
        assertThat(rule.tags()).anyMatch(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"));
        assertThat(rule.tags()).anyMatch(tag -> tag.matches("attack\\.[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsTheAnalystInBothLanguagesWhatToCheckFirstAndHowToContain(String name) {
        Map<String, Guidance> guidance = Guidance.of(rule(name));
        assertThat(guidance).containsOnlyKeys("vi", "en");
        assertThat(guidance.values()).doesNotHaveDuplicates().allSatisfy(each -> {
            assertThat(each.checks())
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allSatisfy(check -> assertThat(check).isNotBlank());
            assertThat(each.containment()).isNotBlank();
        });
    }

    @Test
    void anAttemptToSignInIsCountedOnce() throws IOException {
        for (SigmaRule counted : LOADED.rules().rules()) {
            if (!counted.tags().contains("chieng.authentication-failure")) {
                continue;
            }
            assertThat(counted.level()).isLessThan(Level.MEDIUM); // one failure opens no incident of its own
            for (RuleCase each : RuleCase.of(RuleCase.name(counted), RuleCase.Kind.MATCH)) {
                assertThat(LOADED.rules().match(each.event()))
                        .filteredOn(rule -> rule.tags().contains("chieng.authentication-failure"))
                        .hasSize(1);
            }
        }
        assertThat(rule("ssh_login").tags()).contains("chieng.authentication-success");
    }

    private static SigmaRule rule(String name) {
        return LOADED.rules().rules().stream()
                .filter(rule -> RuleCase.name(rule).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
