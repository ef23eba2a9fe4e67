package vn.chieng.engine.correlate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.engine.records.DerivedId;
import vn.chieng.event.Evidence;
import vn.chieng.event.Signal;

/** What the Drools rules of one session decided: the signals, how they grow, and how many a rule may open. */
public final class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final CorrelationLimits limits;
    private final CorrelationMeters meters;
    private final ToIntFunction<Evidence> size;
    private final LinkedHashMap<String, OpenSignal> open = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<String, OpenSignal> news = new LinkedHashMap<>();
    private final List<Signal> displaced = new ArrayList<>();
    private final Map<String, Integer> openedThisHour = new HashMap<>();
    private Instant hour = Instant.MIN;
    private boolean silent;

    Decisions(CorrelationLimits limits, CorrelationMeters meters, ToIntFunction<Evidence> size) {
        this.limits = limits;
        this.meters = meters;
        this.size = size;
    }

    /** A rule is fulfilled by these observations: opens the signal, or joins what is new to it. */
    public void signal(CorrelationRule rule, Run run) {
        String id = DerivedId.of(rule.id(), run.discriminator(), run.anchor().toString());
        OpenSignal signal = open.get(id);
        if (signal == null) {
            if (!mayOpen(rule)) {
                return;
            }
            Observation last = run.members().getLast();
            signal = new OpenSignal(
                    id,
                    rule.family() + "|" + run.subject(),
                    rule.reference(last.detection().rule()),
                    last.detection().entity(),
                    run.anchor());
            keep(signal);
        }
        join(signal, run);
    }

    private void join(OpenSignal signal, Run run) {
        for (Observation member : run.members()) {
            if (member.joins(signal.id())) {
                signal.add(member.detection());
            }
        }
        if (silent) {
            signal.forgetNews();
        } else if (signal.hasNews()) {
            news.put(signal.id(), signal);
        }
    }

    /** While state is rebuilt from what was decided before, nothing is said. */
    void silent(boolean now) {
        silent = now;
    }

    /** Moves the hour by which openings are counted; signals of days long past are forgotten. */
    void advance(Instant clock) {
        Instant now = clock.truncatedTo(ChronoUnit.HOURS);
        if (now.isAfter(hour)) {
            hour = now;
            openedThisHour.clear();
            Instant oldest = clock.minus(2, ChronoUnit.DAYS);
            open.values().removeIf(signal -> signal.anchor().isBefore(oldest) && !signal.hasNews());
        }
    }

    /** What has to be said: of signals just opened at once, of the others only when {@code all} is asked for. */
    List<Signal> takeNews(boolean all) {
        List<Signal> taken = new ArrayList<>(displaced);
        displaced.clear();
        news.values().removeIf(signal -> {
            if (!all && !signal.isNew()) {
                return false;
            }
            taken.addAll(signal.takeNews(size));
            return true;
        });
        return taken;
    }

    private boolean mayOpen(CorrelationRule rule) {
        int opened = openedThisHour.merge(rule.id(), 1, Integer::sum);
        if (opened <= limits.signalsPerHour()) {
            return true;
        }
        meters.heldBack(rule);
        if (opened == limits.signalsPerHour() + 1) {
            LOG.atWarn()
                    .addKeyValue("rule.id", rule.id())
                    .addKeyValue("rule.name", rule.name())
                    .addKeyValue("chieng.engine.signals-per-hour", limits.signalsPerHour())
                    .log("correlation rule reached its ceiling, further signals are held back until the next hour");
        }
        return false;
    }

    private void keep(OpenSignal signal) {
        open.put(signal.id(), signal);
        if (open.size() > limits.openSignals()) {
            OpenSignal eldest = open.pollFirstEntry().getValue();
            news.remove(eldest.id());
            if (eldest.hasNews()) {
                displaced.addAll(eldest.takeNews(size));
            }
        }
    }
}
