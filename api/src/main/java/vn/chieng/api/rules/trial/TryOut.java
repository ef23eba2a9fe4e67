package vn.chieng.api.rules.trial;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.rules.RuleSettings;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.event.Ecs;
import vn.chieng.sigma.RuleSet;

/** Tries a rule with its exceptions on the events of the last hours, within limits that the result names. */
@Component
public final class TryOut {
    /** Hours that may be asked for. */
    static final int MOST_HOURS = 72;

    private static final Logger LOG = LoggerFactory.getLogger(TryOut.class);
    private static final int SHOWN = 50;

    private final EventLog log;
    private final RuleTexts texts;
    private final RuleSettings settings;
    private final Semaphore places;
    private final Clock clock;

    TryOut(EventLog log, RuleTexts texts, RuleSettings settings, Clock clock) {
        this.log = log;
        this.texts = texts;
        this.settings = settings;
        this.places = new Semaphore(settings.tryOutsAtOnce());
        this.clock = clock;
    }

    Trial run(String text, List<String> filters, int hours, Scope scope) {
        RuleSet.Loaded loaded = texts.load(text, filters);
        if (!loaded.issues().isEmpty() || loaded.rules().rules().isEmpty()) {
            return new Trial.Unsound(loaded.issues());
        }
        if (!places.tryAcquire()) {
            return new Trial.Busy();
        }
        try {
            Instant from = clock.instant().minus(Duration.ofHours(Math.clamp(hours, 1, MOST_HOURS)));
            Counting counting = new Counting(loaded.rules(), from);
            log.since(from, scope, counting::taken);
            return counting.done(clock.instant());
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("error.type", e.getClass().getName()).log("events cannot be read for a try-out");
            return new Trial.Unavailable();
        } finally {
            places.release();
        }
    }

    /** One try-out under way. */
    private final class Counting {
        private final RuleSet rules;
        private final Instant from;
        private final long started = System.nanoTime();
        private final Map<Instant, Long> hours = new TreeMap<>();
        private final List<StoredEvent> first = new ArrayList<>();
        private Instant reached;
        private Trial.End end = Trial.End.ALL_SEEN;
        private long events;
        private long matches;

        Counting(RuleSet rules, Instant from) {
            this.rules = rules;
            this.from = from;
            this.reached = clock.instant();
        }

        boolean taken(StoredEvent stored) {
            if (events == settings.tryOutEvents()) {
                end = Trial.End.EVENTS;
                return false;
            }
            if (System.nanoTime() - started > settings.tryOutTime().toNanos()) {
                end = Trial.End.TIME;
                return false;
            }
            events++;
            String created = stored.event().text(Ecs.EVENT_CREATED);
            if (created != null) {
                reached = Times.instant(created, reached);
            }
            if (!rules.match(stored.event()).isEmpty()) {
                matches++;
                hours.merge(reached.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
                if (first.size() < SHOWN) {
                    first.add(stored);
                }
            }
            return true;
        }

        Trial.Done done(Instant now) {
            List<Trial.Hour> all = new ArrayList<>();
            Instant last = now.truncatedTo(ChronoUnit.HOURS);
            for (Instant hour = from.truncatedTo(ChronoUnit.HOURS);
                    !hour.isAfter(last);
                    hour = hour.plus(1, ChronoUnit.HOURS)) {
                all.add(new Trial.Hour(hour, hours.getOrDefault(hour, 0L)));
            }
            long failures = rules.failures().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long milliseconds = (System.nanoTime() - started) / 1_000_000;
            return new Trial.Done(from, end, reached, events, matches, failures, milliseconds, all, first);
        }
    }
}
