package vn.chieng.api.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.Scope;
import vn.chieng.api.rules.RuleSettings;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.api.rules.SampleRules;
import vn.chieng.event.Event;

class TryOutTest {
    private static final Scope ALL = new Scope.Everything();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:30:00Z"), ZoneOffset.UTC);
    private static final String RULE =
            SampleRules.rule(UUID.randomUUID(), "Sign-in", "login").replace("category: firewall", "product: any");

    @Test
    void countsMatchesByTheHourAndKeepsTheLatest() {
        Trial.Done done = (Trial.Done) tryOut(100, minutes(120)).run(RULE, List.of(), 3, ALL);
        assertThat(done.events()).isEqualTo(100);
        assertThat(done.end()).isEqualTo(Trial.End.EVENTS);
        assertThat(done.matches()).isEqualTo(50);
        assertThat(done.first()).hasSize(50);
        assertThat(done.hours()).extracting(Trial.Hour::matches).containsExactly(0L, 4L, 30L, 16L);
        assertThat(done.hours()).hasSize(4);
        assertThat(done.reached()).isEqualTo(CLOCK.instant().minus(Duration.ofMinutes(99)));
    }

    @Test
    void exceptionsHoldInATryOutToo() {
        String filter = """
                title: x
                logsource:
                  product: any
                filter:
                  rules:
                    - any
                  selection:
                    user.name: user0
                  condition: not selection
                """;
        Trial.Done done = (Trial.Done) tryOut(1_000, minutes(10)).run(RULE, List.of(filter), 1, ALL);
        assertThat(done.end()).isEqualTo(Trial.End.ALL_SEEN);
        assertThat(done.matches()).isEqualTo(4);
    }

    @Test
    void aWrongRuleAndAnAbsentStoreAreSaidPlainly() {
        assertThat(tryOut(10, minutes(1)).run("title: x", List.of(), 1, ALL)).isInstanceOf(Trial.Unsound.class);
        EventLog away = new EventLog() {
            @Override
            public void since(Instant from, Scope scope, Predicate<StoredEvent> taker) throws IOException {
                throw new IOException("away");
            }

            @Override
            public Optional<StoredEvent> find(String index, String id, Scope scope) {
                return Optional.empty();
            }
        };
        assertThat(tryOut(10, away).run(RULE, List.of(), 1, ALL)).isInstanceOf(Trial.Unavailable.class);
    }

    @Test
    void noMoreRunAtOnceThanMay() {
        TryOut[] tryOut = new TryOut[1];
        Trial[] inner = new Trial[1];
        EventLog log = log(taker -> inner[0] = tryOut[0].run(RULE, List.of(), 1, ALL));
        tryOut[0] = tryOut(10, log);
        assertThat(tryOut[0].run(RULE, List.of(), 1, ALL)).isInstanceOf(Trial.Done.class);
        assertThat(inner[0]).isInstanceOf(Trial.Busy.class);
    }

    private static TryOut tryOut(int events, EventLog log) {
        var settings = new RuleSettings(List.of(), Map.of(), events, Duration.ofSeconds(20), 1);
        return new TryOut(log, new RuleTexts(settings), settings, CLOCK);
    }

    /** One event a minute, every other of them a sign-in. */
    private static EventLog minutes(int count) {
        return log(taker ->
                IntStream.range(0, count).takeWhile(i -> taker.test(event(i))).forEach(_ -> {}));
    }

    private static EventLog log(Consumer<Predicate<StoredEvent>> events) {
        return new EventLog() {
            @Override
            public void since(Instant from, Scope scope, Predicate<StoredEvent> taker) {
                events.accept(taker);
            }

            @Override
            public Optional<StoredEvent> find(String index, String id, Scope scope) {
                return Optional.empty();
            }
        };
    }

    private static StoredEvent event(int minutesAgo) {
        Event.Builder event = new Event(Map.of()).toBuilder();
        event.put(
                "event.created",
                CLOCK.instant().minus(Duration.ofMinutes(minutesAgo)).toString());
        event.put("event.action", minutesAgo % 2 == 0 ? "login" : "logout");
        event.put("event.module", "any");
        event.put("user.name", "user" + minutesAgo);
        return new StoredEvent("logs-r12-2026.11.22", "e" + minutesAgo, event.build());
    }
}
