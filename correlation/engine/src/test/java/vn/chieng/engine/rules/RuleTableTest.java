package vn.chieng.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chieng.engine.kafka.TableReader.Progress;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.rule.RuleSource;

final class RuleTableTest {
    private static final String SHIPPED = "44444444-4444-4444-8444-444444444444";
    private static final String LOCAL = "55555555-5555-4555-8555-555555555555";

    private final SetClock clock = new SetClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RuleSwap swap = new RuleSwap(meters);
    private final RuleTable table = new RuleTable(
            List.of(RuleSource.of("shipped", Published.text(SHIPPED, "/nc"))),
            List.of(RuleSource.of("local", Published.text(LOCAL, "/id"))),
            List.of("source.ip"),
            swap,
            clock,
            meters);
    private final RunningRules running = new RunningRules(swap, "run-1", clock);

    @Test
    void nothingRunsBeforeTheTopicIsReadToItsEnd() {
        publish(Published.rule(Published.ONE, 1, "/sh"));
        table.rest(Progress.READING);

        assertThat(swap.size()).isZero();
    }

    @Test
    void theShippedRulesRunWhileNobodyHasPublishedAny() {
        table.rest(Progress.NEVER_WRITTEN);

        assertThat(matched("/bin/nc")).containsExactly(SHIPPED);
        assertThat(matched("/bin/id")).containsExactly(LOCAL);
    }

    @Test
    void thePublishedRulesTakeTheirPlaceAsSoonAsThereAreAny() {
        table.rest(Progress.NEVER_WRITTEN);
        publish(Published.rule(Published.ONE, 1, "/sh"));
        settle();

        assertThat(matched("/bin/nc")).isEmpty();
        assertThat(matched("/bin/sh")).containsExactly(Published.ONE);
        assertThat(matched("/bin/id")).containsExactly(LOCAL);
    }

    @Test
    void whoHasSwitchedEveryRuleOffDoesNotGetTheShippedOnes() {
        publish(Published.rule(Published.ONE, 1, "/sh"));
        table.take(Published.ONE, null);
        table.rest(Progress.READ);

        assertThat(matched("/bin/nc")).isEmpty();
        assertThat(matched("/bin/sh")).isEmpty();
    }

    @Test
    void changesAreTakenUpTogetherWhenTheyRest() {
        publish(Published.rule(Published.ONE, 1, "/sh"));
        table.rest(Progress.READ);
        publish(Published.rule(Published.TWO, 1, "/nc"));
        clock.advance(Duration.ofMillis(299));
        table.rest(Progress.READ);
        assertThat(matched("/bin/nc")).isEmpty();

        clock.advance(Duration.ofMillis(1));
        table.rest(Progress.READ);
        assertThat(matched("/bin/nc")).containsExactly(Published.TWO);
    }

    @Test
    void changesThatNeverRestAreTakenUpAllTheSame() {
        table.rest(Progress.READ);
        for (int i = 0; i < 8; i++) {
            publish(Published.rule(Published.ONE, i, "/sh"));
            table.rest(Progress.READ);
            clock.advance(Duration.ofMillis(200));
        }
        assertThat(matched("/bin/sh")).isEmpty();
        table.rest(Progress.READ);
        assertThat(matched("/bin/sh")).containsExactly(Published.ONE);
    }

    @Test
    void theInstallationsLevelTakesThePlaceOfTheRules() {
        publish(Published.rule(Published.ONE, Published.text(Published.ONE, "/sh"), Level.CRITICAL, List.of()));
        table.rest(Progress.READ);

        RuleReference reference =
                running.match(Published.event("/bin/sh", "root")).getFirst();
        assertThat(reference.level()).isEqualTo(Level.CRITICAL);
        assertThat(reference.titleEn()).isEqualTo("Run of /sh");
    }

    @Test
    void anExceptionTakesOutWhatItNames() {
        publish(Published.rule(
                Published.ONE,
                Published.text(Published.ONE, "/sh"),
                null,
                List.of(Published.exception(Published.ONE, "backup"), Published.exception(Published.ONE, "ansible"))));
        table.rest(Progress.READ);

        assertThat(running.match(Published.event("/bin/sh", "backup"))).isEmpty();
        assertThat(running.match(Published.event("/bin/sh", "ansible"))).isEmpty();
        assertThat(matched("/bin/sh")).containsExactly(Published.ONE);
    }

    @Test
    void aRuleThatCannotBeReadIsRefusedAsAWholeAndTheOthersRun() {
        String sound = Published.text(Published.TWO, "/nc");
        publish(Published.rule(Published.ONE, "title: broken", null, List.of()));
        publish(Published.rule(Published.TWO, sound, null, List.of()));
        publish(Published.rule(LOCAL, Published.text(LOCAL, "/sh"), null, List.of("title: no filter")));
        publish(Published.rule(
                SHIPPED, Published.text(SHIPPED, "/sh"), null, List.of(Published.exception(Published.TWO, "root"))));
        String third = "66666666-6666-4666-8666-666666666666";
        publish(Published.rule(third, sound, null, List.of()));
        table.rest(Progress.READ);

        assertThat(matched("/bin/nc")).containsExactly(Published.TWO);
        assertThat(matched("/bin/sh")).isEmpty();
        assertThat(meters.get("chieng.engine.rules.refused").gauge().value()).isEqualTo(4);
        // the process's own rule of the refused id runs
        assertThat(matched("/bin/id")).containsExactly(LOCAL);
    }

    @Test
    void whatIsNoRuleIsCountedAndTakesTheOldOneAway() {
        publish(Published.rule(Published.ONE, 1, "/sh"));
        table.take(Published.ONE, "{".getBytes(StandardCharsets.UTF_8));
        table.take("other", Published.json(Published.rule(Published.TWO, 1, "/nc")));
        table.rest(Progress.READ);

        assertThat(matched("/bin/sh")).isEmpty();
        assertThat(meters.get("chieng.engine.rules.unreadable").counter().count())
                .isEqualTo(2);
    }

    @Test
    void anEventShowsItsWatchedFieldsWhicheverRulesRun() {
        publish(Published.rule(Published.ONE, 1, "/sh"));
        table.rest(Progress.READ);
        matched("/bin/true");

        List<String> seen = new ArrayList<>();
        running.watched((field, value) -> seen.add(field + " " + value.scalar(0).text()));
        assertThat(seen).containsExactly("0 203.0.113.5");
    }

    private void publish(ActiveRule rule) {
        table.take(rule.id(), Published.json(rule));
    }

    private void settle() {
        clock.advance(Debounce.QUIET);
        table.rest(Progress.READ);
    }

    private List<String> matched(String image) {
        return running.match(Published.event(image, "root")).stream()
                .map(RuleReference::id)
                .toList();
    }
}
