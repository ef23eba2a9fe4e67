package vn.chieng.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chieng.api.SetClock;
import vn.chieng.api.access.Scope;

class NewestLogTest {
    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final Scope EVERYTHING = new Scope.Everything();
    private static final Scope COMMUNE = new Scope.Organizations(Set.of("org-1"));

    private final Stored stored = new Stored();
    private final SetClock clock = new SetClock(START);
    private final NewestLog newest = new NewestLog(stored::newest, clock);

    @Test
    void asksOnceInSomeSecondsHoweverOftenItIsAsked() {
        stored.at = START.minusSeconds(12);
        for (int i = 0; i < 5; i++) {
            assertThat(newest.of(EVERYTHING)).isEqualTo(new NewestLog.Known(START.minusSeconds(12)));
        }
        assertThat(stored.asked).hasSize(1);
        stored.at = START.plusSeconds(9);
        clock.advance(NewestLog.FRESH.plusMillis(1));
        assertThat(newest.of(EVERYTHING)).isEqualTo(new NewestLog.Known(START.plusSeconds(9)));
    }

    @Test
    void keepsAScopesAnswerFromAnother() {
        stored.at = START;
        newest.of(EVERYTHING);
        stored.at = null;
        assertThat(newest.of(COMMUNE)).isEqualTo(new NewestLog.None());
        assertThat(stored.asked).containsExactly(EVERYTHING, COMMUNE);
    }

    @Test
    void saysThatTheStoreIsAwayRatherThanRepeatingWhatItKnew() {
        stored.at = START;
        newest.of(EVERYTHING);
        stored.away = true;
        clock.advance(NewestLog.FRESH.plusMillis(1));
        assertThat(newest.of(EVERYTHING)).isEqualTo(new NewestLog.Unknown());
        assertThat(newest.of(EVERYTHING)).isEqualTo(new NewestLog.Unknown());
        assertThat(stored.asked).as("no hammering of a store that is away").hasSize(2);
    }

    @Test
    void remembersABoundedNumberOfScopes() {
        IntStream.range(0, NewestLog.MOST_SCOPES + 50)
                .forEach(i -> newest.of(new Scope.Organizations(Set.of("org-" + i))));
        assertThat(newest.remembered()).isEqualTo(NewestLog.MOST_SCOPES);
    }

    @Test
    void whoAsksWhileAnotherWaitsGetsTheSameAnswer() throws Exception {
        stored.at = START;
        stored.gate = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<NewestLog.Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(_ -> people.submit(() -> newest.of(EVERYTHING)))
                    .toList();
            stored.gate.countDown();
            for (Future<NewestLog.Answer> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new NewestLog.Known(START));
            }
        }
        assertThat(stored.asked).hasSize(1);
    }

    private static final class Stored {
        private final List<Scope> asked = new ArrayList<>();
        private @Nullable Instant at;
        private boolean away;
        private @Nullable CountDownLatch gate;

        private Optional<Instant> newest(Scope scope) throws EventStoreAwayException {
            asked.add(scope);
            if (gate != null) {
                try {
                    assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (away) {
                throw new EventStoreAwayException(EventStoreAwayException.Reason.AWAY);
            }
            return Optional.ofNullable(at);
        }
    }
}
