package vn.chieng.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.chieng.engine.kafka.TableReader.Progress;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.RuleReference;

/** Rules change on one thread while events stream on another. */
final class SwapUnderWayTest {
    private static final int SWAPS = 100;

    private final SetClock clock = new SetClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RuleSwap swap = new RuleSwap(meters);
    private final RuleTable table = new RuleTable(List.of(), List.of(), List.of(), swap, clock, meters);
    private final RunningRules running = new RunningRules(swap, "run-1", clock);

    /** In each generation one of two rules runs, the two never together: every event is matched by exactly one. */
    @Test
    void everyEventIsMatchedByTheOldRulesOrTheNewOnesAndCountedOnce() {
        change(0);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= SWAPS; i++) {
                change(i);
            }
            over.set(true);
        });
        List<List<RuleReference>> matches = new ArrayList<>();
        byte[] event = Published.event("/bin/sh", "root");
        while (!over.get() || matches.size() < 1_000) {
            matches.add(running.match(event));
        }
        changing.join();

        assertThat(matches).allSatisfy(matched -> assertThat(matched).hasSize(1));
        assertThat(matches.stream().map(List::getFirst).map(RuleReference::id).distinct())
                .containsExactlyInAnyOrder(Published.ONE, Published.TWO);
        Map<String, RuleActivity> told = new HashMap<>();
        running.news().forEach(activity -> told.put(activity.ruleId(), activity));
        assertThat(told.values().stream().mapToLong(RuleActivity::matches).sum())
                .isEqualTo(matches.size());
        assertThat(told.values().stream().mapToLong(RuleActivity::events).sum()).isEqualTo(matches.size());
        assertThat(told.get(Published.ONE))
                .isNotNull()
                .satisfies(one -> assertThat(one.version()).isEqualTo(SWAPS));
        assertThat(running.news()).isEmpty();
        running.forgetTold();
        assertThat(running.news()).hasSize(2);
    }

    private void change(int number) {
        String on = number % 2 == 0 ? Published.ONE : Published.TWO;
        String off = number % 2 == 0 ? Published.TWO : Published.ONE;
        table.take(on, Published.json(Published.rule(on, number, "/sh")));
        table.take(off, null);
        clock.advance(Debounce.QUIET);
        table.rest(Progress.READ);
    }
}
