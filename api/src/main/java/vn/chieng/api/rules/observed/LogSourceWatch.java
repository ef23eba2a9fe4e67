package vn.chieng.api.rules.observed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.api.rules.ReadRule;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.api.rules.SeenInput;
import vn.chieng.sigma.rule.LogSource;

/** Looks every few minutes at what has come, and says of each rule whether it ever had what it needs. */
@Component
final class LogSourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LogSourceWatch.class);
    private static final int MOST_LOG_SOURCES = 2_000;
    private static final int AT_ONCE = 500;

    /** The first look goes so far back, and so does one after a long stand-still. */
    private static final Duration FARTHEST = Duration.ofDays(7);

    /** Looks overlap, since events are stored some time after they were made. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final EventSamples samples;
    private final ObservationStore store;
    private final RuleTexts texts;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();

    LogSourceWatch(EventSamples samples, ObservationStore store, RuleTexts texts, Clock clock) {
        this.samples = samples;
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /** Beside the scheduler's own thread, which others need; two instances at it do no harm. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT30S")
    void begin() {
        Thread.ofVirtual().name("log-source-watch").start(this::lookSafely);
    }

    private void lookSafely() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            look();
        } catch (IOException | DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("error.type", e.getClass().getName())
                    .log("what came of log sources cannot be looked at; trying again later");
        } finally {
            looking.set(false);
        }
    }

    /**
     * One look.
     *
     * @throws IOException where the event store does not answer
     */
    void look() throws IOException {
        Instant now = clock.instant();
        Observation observation = new Observation(store.logSources(MOST_LOG_SOURCES));
        samples.since(from(store.lastLook(), now)).forEach(observation::add);
        store.keep(observation.sources(), now);
        judge(store.seen());
    }

    private static Instant from(@Nullable Instant lastLook, Instant now) {
        Instant farthest = now.minus(FARTHEST);
        Instant from = lastLook == null ? farthest : lastLook.minus(OVERLAP);
        return from.isBefore(farthest) ? farthest : from;
    }

    private void judge(Map<LogSource, ObservedSource> seen) {
        List<ObservationStore.Reading> rules = store.rules("", AT_ONCE);
        while (!rules.isEmpty()) {
            store.write(rules.stream()
                    .map(rule -> finding(rule, seen.get(rule.logSource())))
                    .toList());
            rules = store.rules(rules.getLast().ruleId(), AT_ONCE);
        }
    }

    private ObservationStore.Finding finding(ObservationStore.Reading rule, @Nullable ObservedSource source) {
        if (source == null) {
            return new ObservationStore.Finding(rule.ruleId(), SeenInput.State.SOURCE, null, List.of());
        }
        MissingInput missing = texts.read("rule", rule.text()) instanceof ReadRule.Sound sound
                ? source.missing(sound.rule())
                : MissingInput.of(null);
        return new ObservationStore.Finding(
                rule.ruleId(),
                missing.nothing() ? SeenInput.State.SEEN : SeenInput.State.FIELDS,
                source.lastSeen(),
                missing.fields());
    }
}
