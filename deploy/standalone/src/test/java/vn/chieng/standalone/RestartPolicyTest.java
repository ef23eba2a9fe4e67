package vn.chieng.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final RestartPolicy policy = new RestartPolicy(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void waitsLongerAfterEachDeathWithinAMinute() {
        List<Duration> pauses =
                IntStream.range(0, 4).mapToObj(_ -> policy.afterDeath().pause()).toList();

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void goesOnSlowlyAfterFiveDeathsWithinAMinute() {
        IntStream.range(0, 4).forEach(_ -> policy.afterDeath());

        assertThat(policy.afterDeath()).isEqualTo(new RestartPolicy.Restart(RestartPolicy.SLOW_PAUSE, 5, true));
        now = now.plus(RestartPolicy.SLOW_PAUSE);
        assertThat(policy.afterDeath().slowly()).isTrue();
    }

    @Test
    void deathsFarApartAreEachTheFirst() {
        policy.afterDeath();
        now = now.plus(Duration.ofMinutes(2));

        assertThat(policy.afterDeath().pause()).isEqualTo(RestartPolicy.FIRST_PAUSE);
    }

    @Test
    void aChildThatRanLongIsTrustedAgain() {
        IntStream.range(0, 5).forEach(_ -> policy.afterDeath());
        policy.afterRun(Duration.ofMinutes(3));

        assertThat(policy.afterDeath()).isEqualTo(new RestartPolicy.Restart(RestartPolicy.FIRST_PAUSE, 1, false));
    }
}
