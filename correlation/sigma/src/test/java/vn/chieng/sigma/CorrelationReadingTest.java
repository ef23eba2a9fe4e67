package vn.chieng.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.sigma.rule.CorrelationRule;
import vn.chieng.sigma.rule.RuleSource;

class CorrelationReadingTest {
    private static final String RULE = """
            title: Failed logon
            name: failed
            logsource: {product: windows, service: security}
            detection:
              selection: {EventID: 4625}
              condition: selection
            ---
            """;
    private static final String COUNT = """
            title: Many failed logons
            name: many
            correlation:
              type: event_count
              rules: [failed]
              group-by: [user, source.ip]
              timespan: 5m
              condition: {gte: 10, lt: 100}
              aliases:
                user: {failed: TargetUserName}
            """;

    private static RuleSet.Loaded load(String text) {
        return RuleSet.load(List.of(RuleSource.of("c.yml", RULE + text)));
    }

    @Test
    void readsACorrelationAndSaysThatNothingRunsItYet() {
        RuleSet.Loaded loaded = load(COUNT);
        assertThat(loaded.rules().rules()).hasSize(1);
        CorrelationRule read = loaded.correlations().getFirst();
        assertThat(read.type()).isEqualTo(CorrelationRule.Type.EVENT_COUNT);
        assertThat(read.timespan()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read.groupBy()).containsExactly("user", "source.ip");
        assertThat(read.comparisons()).hasSize(2);
        assertThat(read.aliases().get("user")).containsEntry("failed", "TargetUserName");
        assertThat(loaded.issues()).singleElement().asString().contains("not run yet");
    }

    @Test
    void readsAConditionOverRuleNames() {
        String temporal = COUNT.replace("event_count", "temporal_ordered")
                .replace("condition: {gte: 10, lt: 100}", "condition: failed and not failed");
        assertThat(load(temporal).correlations().getFirst().temporal()).isNotNull();
        assertThat(load(temporal.replace("not failed", "not other")).issues())
                .singleElement()
                .asString()
                .contains("no search named other");
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "event_count; guess; unknown type guess",
                "5m; 5 minutes; the timespan must be",
                "[failed]; [missing]; refers to missing",
                "[failed]; [failed, many]; refers to itself",
                "gte: 10, lt: 100; about: 10; about is no comparison",
                "'{gte: 10, lt: 100}'; '{}'; compares nothing",
                "event_count; value_count; names no field",
                "event_count; value_percentile; needs a percentile",
                "'  rules: [failed]'; '  note: x'; refers to no rules",
                "'title: Many failed logons'; 'note: x'; has no title",
            })
    void refusesWhatIsWrongWithAReason(String part, String other, String reason) {
        assertThat(load(COUNT.replace(part, other)).issues())
                .anySatisfy(issue -> assertThat(issue.message()).contains(reason));
    }
}
