package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import vn.chieng.event.Event;
import vn.chieng.sigma.index.IndexedMatcher;
import vn.chieng.sigma.match.CompiledRules;
import vn.chieng.sigma.match.EventFields;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.PlainScan;
import vn.chieng.sigma.rule.RuleReader;
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
    private final AtomicLongArray failures;

    /** What loading gave: the rules that are sound, and why the others are not there. */
    public record Loaded(RuleSet rules, List<RuleIssue> issues) {
        public Loaded {
            issues = List.copyOf(issues);
        }
    }

    private RuleSet(Collection<SigmaRule> rules, SigmaSettings settings) {
        this.rules = List.copyOf(rules);
        CompiledRules compiled = CompiledRules.of(rules, settings);
        this.indexed = new IndexedMatcher(compiled);
        this.plain = new PlainScan(compiled);
        this.failures = new AtomicLongArray(rules.size());
    }

    /** Reads, checks and compiles rules with the default settings. */
    public static Loaded load(Collection<RuleSource> sources) {
        return load(sources, SigmaSettings.DEFAULT);
    }

    /** Reads, checks and compiles rules; of two rules with one id the first stays. */
    public static Loaded load(Collection<RuleSource> sources, SigmaSettings settings) {
        Map<String, SigmaRule> rules = new LinkedHashMap<>();
        List<RuleIssue> issues = new ArrayList<>();
        for (RuleSource source : sources) {
            RuleReader.Result result = RuleReader.read(source, settings);
            issues.addAll(result.issues());
            for (SigmaRule rule : result.rules()) {
                SigmaRule first = rules.putIfAbsent(rule.id(), rule);
                if (first != null) {
                    issues.add(new RuleIssue(
                            rule.file(), rule.position(), "the id " + rule.id() + " is taken by " + first.file()));
                }
            }
        }
        return new Loaded(new RuleSet(rules.values(), settings), issues);
    }

    /** The rules that an event matches, in their order. A rule that fails is counted and is neither match nor no-match. */
    public List<SigmaRule> match(Event event) {
        return match(new EventFields(event));
    }

    /** The rules that an event matches, for any kind of event. */
    public List<SigmaRule> match(EventView event) {
        Found found = new Found();
        indexed.match(event, found::add, failures::getAndIncrement);
        return found.inOrder();
    }

    /** The same by trying every rule: slow, and the measure of what {@link #match(Event)} must find. */
    public List<SigmaRule> scan(Event event) {
        return scan(new EventFields(event));
    }

    /** The same by trying every rule: slow, and the measure of what {@link #match(EventView)} must find. */
    public List<SigmaRule> scan(EventView event) {
        Found found = new Found();
        plain.match(event, found::add, failures::getAndIncrement);
        return found.inOrder();
    }

    private final class Found {
        private int[] numbers = {};

        void add(int number) {
            numbers = java.util.Arrays.copyOf(numbers, numbers.length + 1);
            numbers[numbers.length - 1] = number;
        }

        List<SigmaRule> inOrder() {
            return numbers.length == 0
                    ? List.of()
                    : IntStream.of(numbers).sorted().mapToObj(rules::get).toList();
        }
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
