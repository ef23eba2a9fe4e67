package vn.chieng.engine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.engine.correlate.Detections.ACCEPTED;
import static vn.chieng.engine.correlate.Detections.FAILED;
import static vn.chieng.engine.correlate.Detections.fromSource;
import static vn.chieng.engine.correlate.Detections.onHost;
import static vn.chieng.engine.correlate.Detections.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.event.Detection;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** An engine killed anywhere and started again says, all in all, what one says that was never interrupted. */
final class ReplayTest {
    private static final Instant EVENING = Instant.parse("2026-11-22T22:30:00Z");
    private static final RuleReference SEVERE = rule("severe", Level.HIGH, "attack.impact");
    private static final CorrelationLimits LIMITS = new CorrelationLimits(25, 200, 100, 10_000, 10_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void killsAndReplaysLoseNothingAndAddNothing(int seed) {
        RandomGenerator random = new Random(seed);
        List<Detection> partition = partition(random, 800);
        var expected = Correlation.merged(uninterrupted(partition));
        assertThat(expected).isNotEmpty();

        for (int run = 0; run < 3; run++) {
            assertThat(Correlation.merged(interrupted(partition, random))).isEqualTo(expected);
        }
    }

    private static List<Signal> uninterrupted(List<Detection> partition) {
        try (Correlation correlation = new Correlation(LIMITS)) {
            partition.forEach(correlation::accept);
            return correlation.said;
        }
    }

    /** Reads the partition as the correlate loop does: said, then committed; killed between any two records. */
    private static List<Signal> interrupted(List<Detection> partition, RandomGenerator random) {
        List<Signal> said = new ArrayList<>();
        int committed = 0;
        Instant clock = Instant.EPOCH;
        while (committed < partition.size()) {
            int killedAt = committed + random.nextInt(1, 200);
            try (Correlation correlation = new Correlation(LIMITS)) {
                int offset = Math.min(committed, firstAtOrAfter(partition, Replay.from(clock)));
                for (; offset < Math.min(killedAt, partition.size()); offset++) {
                    correlation.correlator.silent(offset < committed);
                    correlation.correlator.accept(partition.get(offset));
                    if (offset < committed) {
                        continue;
                    }
                    said.addAll(correlation.correlator.takeNews(false));
                    if (random.nextInt(20) == 0 || offset == partition.size() - 1) {
                        said.addAll(correlation.correlator.takeNews(true));
                        committed = offset + 1;
                        clock = correlation.correlator.clock();
                    }
                }
            }
        }
        return said;
    }

    /** What Kafka answers to {@code offsetsForTimes}. */
    private static int firstAtOrAfter(List<Detection> partition, Instant time) {
        for (int offset = 0; offset < partition.size(); offset++) {
            if (!partition.get(offset).time().isBefore(time)) {
                return offset;
            }
        }
        return partition.size();
    }

    private static List<Detection> partition(RandomGenerator random, int size) {
        List<Detection> partition = new ArrayList<>();
        Instant now = EVENING;
        for (int i = 0; i < size; i++) {
            now = now.plusMillis(random.nextInt(50) == 0 ? random.nextInt(2_000_000) : random.nextInt(20_000));
            if (i > 0 && random.nextInt(10) == 0) {
                partition.add(partition.get(Math.max(0, i - 1 - random.nextInt(30))));
                continue;
            }
            Instant time = now.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(600) : 0);
            partition.add(detection(random, "e" + i, time));
        }
        return partition;
    }

    private static Detection detection(RandomGenerator random, String event, Instant time) {
        String host = "host-" + random.nextInt(2);
        String source = "203.0.113." + random.nextInt(2);
        return switch (random.nextInt(20)) {
            case 0 -> onHost(ACCEPTED, event, time, "org-1", host, random.nextBoolean() ? "root" : "lan", source);
            case 1 -> onHost(SEVERE, event, time, "org-1", host, null, source);
            case 2, 3, 4 -> fromSource(FAILED, event, time, "org-" + random.nextInt(5), source);
            default -> onHost(FAILED, event, time, "org-1", host, "root", source);
        };
    }
}
