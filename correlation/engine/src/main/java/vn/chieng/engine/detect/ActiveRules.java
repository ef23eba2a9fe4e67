package vn.chieng.engine.detect;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.event.Event;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.RuleIssue;

/** The rule set that events are matched with; it is swapped as a whole. */
public final class ActiveRules implements EventMatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveRules.class);

    private final AtomicReference<RuleSet> rules = new AtomicReference<>(RuleSet.EMPTY);

    public ActiveRules(MeterRegistry registry) {
        Gauge.builder("chieng.engine.rules.active", this, ActiveRules::size).register(registry);
        FunctionCounter.builder("chieng.engine.rules.failed", this, ActiveRules::failures)
                .register(registry);
    }

    /** Takes these rules; each one that is refused is logged with its reason, and the others are active without it. */
    public void load(Collection<RuleSource> sources) {
        RuleSet.Loaded loaded = RuleSet.load(sources);
        for (RuleIssue issue : loaded.issues()) {
            LOG.atWarn().addKeyValue("chieng.rule.issue", issue.toString()).log("sigma rule refused");
        }
        rules.set(loaded.rules());
        LOG.atInfo()
                .addKeyValue("chieng.engine.rules.active", size())
                .addKeyValue("chieng.engine.rules.issues", loaded.issues().size())
                .log("sigma rules are active");
    }

    public int size() {
        return rules.get().rules().size();
    }

    @Override
    public List<RuleReference> match(Event event) {
        return rules.get().match(event).stream().map(SigmaRule::reference).toList();
    }

    private double failures() {
        return rules.get().failures().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
