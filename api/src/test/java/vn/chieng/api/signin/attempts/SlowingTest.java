package vn.chieng.api.signin.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.chieng.api.SetClock;

class SlowingTest {
    private static final int REMEMBERED = 5;

    private final SetClock clock = SetClock.at("2026-11-22T00:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Slowing slowing = new Slowing(
            new AttemptSettings(
                    5, Duration.ofHours(12), false, 2, 4, Duration.ofMinutes(1), Duration.ofHours(1), REMEMBERED),
            clock,
            meters);

    @Test
    void eachWrongTryOnANameWaitsTwiceAsLongAsTheOneBefore() {
        Duration[] pauses = {Duration.ZERO, Duration.ZERO, seconds(1), seconds(2), seconds(4), seconds(8)};
        for (int i = 0; i < pauses.length; i++) {
            slowing.failed("an", "10.0.0." + i);
            assertThat(slowing.pause("AN ", "10.0.1.1").orElse(Duration.ZERO)).isEqualTo(pauses[i]);
            clock.advance(pauses[i]);
            assertThat(slowing.pause("an", "10.0.1.1")).isEmpty();
        }
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        for (int i = 0; i < 100; i++) {
            slowing.failed("an", "10.0.0.1");
        }
        assertThat(slowing.pause("an", "10.0.0.2")).contains(Duration.ofMinutes(1));
    }

    @Test
    void anAddressSlowsForAllNamesAndARightPasswordDoesNotFreeIt() {
        for (int i = 0; i < 5; i++) {
            slowing.failed("name" + i, "10.0.0.1");
        }
        assertThat(slowing.pause("other", "10.0.0.1")).contains(seconds(1));
        slowing.succeeded("name1");
        assertThat(slowing.pause("other", "10.0.0.1")).contains(seconds(1));
        assertThat(slowing.pause("other", "10.0.0.2")).isEmpty();
    }

    @Test
    void aNetworkOfVersionSixCountsAsOneAddress() {
        for (int i = 0; i < 5; i++) {
            slowing.failed("name" + i, "2001:db8:1:2::" + i);
        }
        assertThat(slowing.pause("other", "2001:db8:1:2:ffff::1")).isPresent();
        assertThat(slowing.pause("other", "2001:db8:1:3::1")).isEmpty();
        assertThat(slowing.pause("other", "fe80:0:0:0:1:2:3:4%eth9")).isEmpty();
    }

    @Test
    void aRightPasswordOrAnHourOfQuietStartsOver() {
        for (int i = 0; i < 3; i++) {
            slowing.failed("an", "10.0.0." + i);
            slowing.failed("binh", "10.0.1." + i);
        }
        slowing.succeeded("an");
        assertThat(slowing.pause("an", "10.0.2.1")).isEmpty();
        clock.advance(Duration.ofHours(2));
        slowing.failed("binh", "10.0.3.1");
        assertThat(slowing.pause("binh", "10.0.3.2")).isEmpty();
    }

    @Test
    void remembersNoMoreThanItsLimit() {
        for (int i = 0; i < 1000; i++) {
            slowing.failed("name" + i, "10.0." + i / 256 + "." + i % 256);
        }
        assertThat(meters.get("chieng.signin.tries.remembered").gauge().value()).isEqualTo(2 * REMEMBERED);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
