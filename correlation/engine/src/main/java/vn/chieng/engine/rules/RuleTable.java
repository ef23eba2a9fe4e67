package vn.chieng.engine.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.engine.kafka.TableReader;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.event.ActiveRule;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.RuleIssue;

/** The published rules as their topic tells them; compiles them anew when they have changed and rest. */
public final class RuleTable implements TableReader {
    /** Rules that this process takes; more are refused. */
    static final int MOST_RULES = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(RuleTable.class);

    private final RuleAssembly assembly;
    private final RuleSwap swap;
    private final Clock clock;
    private final Counter unreadable;
    private final RecordJson json = new RecordJson();
    private final Map<String, ActiveRule> published = new TreeMap<>();
    private final Debounce debounce = new Debounce();
    private boolean running;

    /**
     * Reads the rules of this process at once.
     *
     * @param shipped run until somebody publishes rules
     * @param directory run beside the published ones
     * @param watched dotted paths of the fields that others want to see of each event
     */
    public RuleTable(
            Collection<RuleSource> shipped,
            Collection<RuleSource> directory,
            List<String> watched,
            RuleSwap swap,
            Clock clock,
            MeterRegistry registry) {
        this.assembly = new RuleAssembly(own(shipped), own(directory), watched);
        this.swap = swap;
        this.clock = clock;
        this.unreadable = registry.counter("chieng.engine.rules.unreadable");
    }

    private static List<SigmaRule> own(Collection<RuleSource> sources) {
        RuleSet.Loaded loaded = RuleSet.load(sources);
        for (RuleIssue issue : loaded.issues()) {
            LOG.atWarn().addKeyValue("chieng.rule.issue", issue.toString()).log("sigma rule refused");
        }
        return loaded.rules().rules();
    }

    @Override
    public void take(String key, byte @Nullable [] value) {
        ActiveRule before = published.get(key);
        ActiveRule now = value == null ? null : read(key, value);
        if (now == null) {
            published.remove(key);
        } else if (before != null || published.size() < MOST_RULES) {
            published.put(key, now);
        } else {
            LOG.atWarn().addKeyValue("rule.id", key).log("too many sigma rules; this one does not run");
        }
        debounce.changed(clock.instant());
    }

    private @Nullable ActiveRule read(String key, byte[] value) {
        ActiveRule rule = json.activeRule(value);
        if (rule == null || !rule.id().equals(key)) {
            unreadable.increment();
            LOG.atWarn().addKeyValue("rule.id", key).log("not a rule; it does not run");
            return null;
        }
        return rule;
    }

    @Override
    public void rest(Progress progress) {
        switch (progress) {
            case READING -> {
                // rules are decided on together
            }
            case NEVER_WRITTEN -> {
                if (!running) {
                    prepare(false);
                }
            }
            case READ -> {
                if (!running || debounce.isDue(clock.instant())) {
                    prepare(true);
                }
            }
        }
    }

    private void prepare(boolean fromTopic) {
        Instant start = clock.instant();
        RuleGeneration generation = fromTopic ? assembly.published(published.values()) : assembly.unpublished();
        debounce.done();
        running = true;
        swap.offer(generation, Duration.between(start, clock.instant()));
    }
}
