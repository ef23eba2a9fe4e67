package vn.chieng.sigma;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import vn.chieng.event.Event;
import vn.chieng.sigma.index.IndexedMatcher;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventFields;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.Explanation;
import vn.chieng.sigma.match.PlainScan;
import vn.chieng.sigma.match.RuleExplainer;
import vn.chieng.sigma.rule.CorrelationRule;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.yaml.RuleIssue;

/** Rules ready to match; immutable but for what it counts, and safe for many threads. */
public final class RuleSet {
    /** No rules. */
    public static final RuleSet EMPTY = load(List.of()).rules();

    private final List<SigmaRule> rules;
    private final IndexedMatcher indexed;
    private final PlainScan plain;
    private final RuleExplainer explainer;
    private final AtomicLongArray failures;

    /**
     * What loading gave: the rules that are sound, and why the others are not there.
     *
     * @param warnings what is allowed but hardly meant
     * @param correlations those that are sound; nothing runs them yet, which is among the issues
     */
    public record Loaded(
            RuleSet rules, List<RuleIssue> issues, List<RuleIssue> warnings, List<CorrelationRule> correlations) {
        public Loaded {
            issues = List.copyOf(issues);
            warnings = List.copyOf(warnings);
            correlations = List.copyOf(correlations);
        }
    }

    private RuleSet(Collection<SigmaRule> rules, SigmaSettings settings, List<String> watched) {
        this.rules = List.copyOf(rules);
        CompiledRules compiled = CompiledRules.of(rules, settings, watched);
        this.indexed = new IndexedMatcher(compiled);
        this.plain = new PlainScan(compiled);
        this.explainer = new RuleExplainer(compiled, settings);
        this.failures = new AtomicLongArray(rules.size());
    }

    /**
     * Compiles rules that were read and checked before; no two have one id.
     *
     * @param watched dotted paths of fields whose values the matcher shows besides
     */
    public static RuleSet of(Collection<SigmaRule> rules, SigmaSettings settings, List<String> watched) {
        return new RuleSet(rules, settings, watched);
    }

    /** Reads, checks and compiles rules with the default settings. */
    public static Loaded load(Collection<RuleSource> sources) {
        return load(sources, SigmaSettings.DEFAULT);
    }

    /** Reads, checks and compiles rules; of two rules with one id the first stays. */
    public static Loaded load(Collection<RuleSource> sources, SigmaSettings settings) {
        return load(sources, new RuleReadings(settings));
    }

    /** The same where most of the files were read before. */
    public static Loaded load(Collection<RuleSource> sources, RuleReadings readings) {
        RuleLoader loader = new RuleLoader(readings.read(sources));
        return new Loaded(
                new RuleSet(loader.rules(), readings.settings(), List.of()),
                loader.issues(),
                loader.warnings(),
                loader.correlations());
    }

    /** A matcher for one thread, the fastest way for events that are still JSON. */
    public RuleMatcher matcher() {
        return new RuleMatcher(indexed.passage(), rules, failures::getAndIncrement);
    }

    /** The rules that an event matches that is still JSON. */
    public List<SigmaRule> match(byte[] event) {
        return match(new JsonEvent(event));
    }

    /** The rules that an event matches, in their order. A rule that fails is counted and is neither match nor no-match. */
    public List<SigmaRule> match(Event event) {
        return match(new EventFields(event));
    }

    /** The rules that an event matches, for any kind of event. */
    public List<SigmaRule> match(EventView event) {
        MatchedRules found = new MatchedRules(rules);
        indexed.match(event, found, failures::getAndIncrement);
        return found.inOrder();
    }

    /** The same by trying every rule: slow, and the measure of what {@link #match(Event)} must find. */
    public List<SigmaRule> scan(Event event) {
        return scan(new EventFields(event));
    }

    /** The same by trying every rule: slow, and the measure of what {@link #match(EventView)} must find. */
    public List<SigmaRule> scan(EventView event) {
        MatchedRules found = new MatchedRules(rules);
        plain.match(event, found, failures::getAndIncrement);
        return found.inOrder();
    }

    /** Whether the rule of this number matches, asked by itself: the slowest way, to compare others with. */
    public boolean matches(int number, EventView event) {
        return plain.matches(number, event);
    }

    /** Why the rule of this id matches an event or does not; empty where there is no such rule. */
    public Optional<Explanation> explain(String ruleId, Event event) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).id().equals(ruleId))
                .mapToObj(i -> explainer.explain(i, new EventFields(event)))
                .findFirst();
    }

    /** The rules, in the order in which they were given. */
    public List<SigmaRule> rules() {
        return rules;
    }

    /** How often each rule has failed at run time; rules that never did are left out. */
    public Map<String, Long> failures() {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            if (failures.get(i) > 0) {
                counts.put(rules.get(i).id(), failures.get(i));
            }
        }
        return counts;
    }

    /** What was counted of each rule, in the order of the rules. */
    public List<RuleStatistics> statistics() {
        List<IndexedMatcher.Tally> tallies = indexed.tallies();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new RuleStatistics(rules.get(i).id(), tallies.get(i), failures.get(i)))
                .toList();
    }

    /** What the index weighs. */
    public IndexSize indexSize() {
        return new IndexSize(indexed.alwaysTried(), indexed.size());
    }

    /**
     * What the index weighs.
     *
     * @param alwaysTried rules without a literal, which are tried on every event of their log source
     * @param bytes of the automata
     */
    public record IndexSize(int alwaysTried, long bytes) {}
}
