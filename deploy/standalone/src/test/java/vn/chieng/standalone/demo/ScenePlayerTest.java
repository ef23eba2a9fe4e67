package vn.chieng.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScenePlayerTest {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final List<String> TEMPLATES =
            List.of("{\"template\":\"t\",\"document\":{\"at\":\"{now}\",\"n\":\"{#index}\"}}");
    private static final String STEP =
            "{\"at\":\"PT10S\",\"step\":\"t\",\"from\":\"org-21583\",\"host\":\"h\",\"times\":3,\"every\":\"PT2S\"}";

    private final SteppingClock clock = new SteppingClock();
    private final List<String> delivered = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    /** Shows the time that the player has waited for. */
    private static final class SteppingClock extends Clock {
        private Instant now = START;

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
    }

    private final class Recording implements Delivery {
        private final int limit;
        private final boolean takes;

        Recording(int limit, boolean takes) {
            this.limit = limit;
            this.takes = takes;
        }

        @Override
        public boolean deliver(Organization from, Template template, String line) throws InterruptedException {
            delivered.add(line);
            times.add(Duration.between(START, clock.instant()));
            if (delivered.size() >= limit) {
                throw new InterruptedException("enough");
            }
            return takes;
        }

        @Override
        public void close() {}
    }

    private ScenePlayer player(Delivery delivery) {
        return new ScenePlayer(Organizations.shipped(), delivery, clock, new SplittableRandom(1), moment -> {
            if (moment.isAfter(clock.now)) {
                clock.now = moment;
            }
        });
    }

    private static Scene scene(String... lines) {
        return new SceneReader().read(TEMPLATES, List.of(lines));
    }

    @Test
    void playsEachLineAtItsTimeWithTheTimeOfPlaying() throws InterruptedException {
        player(new Recording(100, true)).play(scene(STEP), 1);

        assertThat(delivered)
                .containsExactly(
                        "{\"at\":\"2026-11-22T00:00:10Z\",\"n\":1}",
                        "{\"at\":\"2026-11-22T00:00:12Z\",\"n\":2}",
                        "{\"at\":\"2026-11-22T00:00:14Z\",\"n\":3}");
    }

    @Test
    void speedTwoHalvesEveryTime() throws InterruptedException {
        player(new Recording(100, true)).play(scene(STEP), 2);

        assertThat(times).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(7));
    }

    @Test
    void countsWhatNoListenerTookAndGoesOn() throws InterruptedException {
        ScenePlayer player = player(new Recording(100, false));
        player.play(scene(STEP), 1);

        assertThat(player.lost()).isEqualTo(3);
        assertThat(player.sent()).isZero();
    }

    @Test
    void officeTrafficGoesOnAfterTheSceneAtALowerRate() {
        String traffic = "{\"traffic\":\"t\",\"every\":\"PT1S\",\"host\":\"h\"}";

        assertThatThrownBy(() -> player(new Recording(200, true)).play(scene(STEP, traffic), 1))
                .isInstanceOf(InterruptedException.class);

        List<Duration> afterwards = times.stream()
                .filter(time -> time.compareTo(Duration.ofSeconds(20)) > 0)
                .toList();
        Duration mean = afterwards.getLast().minus(afterwards.getFirst()).dividedBy(afterwards.size());
        assertThat(mean).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aMachineThatSleptDoesNotCatchUp() {
        String traffic = "{\"traffic\":\"t\",\"every\":\"PT1S\",\"host\":\"h\"}";
        var sleeping = new Delivery() {
            @Override
            public boolean deliver(Organization from, Template template, String line) throws InterruptedException {
                times.add(Duration.between(START, clock.instant()));
                if (times.size() == 10) {
                    clock.now = clock.now.plus(Duration.ofHours(1));
                }
                if (times.size() >= 40) {
                    throw new InterruptedException("enough");
                }
                return true;
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> player(sleeping).play(scene(traffic), 1)).isInstanceOf(InterruptedException.class);

        assertThat(times.getLast().minus(times.get(10))).isGreaterThan(Duration.ofSeconds(20));
    }
}
