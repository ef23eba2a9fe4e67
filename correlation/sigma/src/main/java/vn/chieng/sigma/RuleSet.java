package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import vn.chieng.event.Event;

/** Rules ready to match; immutable but for the count of failures, and safe for many threads. */
public final class RuleSet {
    /** No rules. */
    public static final RuleSet EMPTY = load(List.of()).rules();

    private final List<SigmaRule> rules;
    private final FieldSlots slots;
    private final List<Matcher> streams;
    private final List<Bucket> buckets;
    private final Map<String, LongAdder> failures;

    /** What loading gave: the rules that are sound, and why the others are not there. */
    public record Loaded(RuleSet rules, List<RuleIssue> issues) {
        public Loaded {
            issues = List.copyOf(issues);
        }
    }

    /** The rules of one log source, and the streams of which an event must be. */
    private record Bucket(List<Integer> streams, List<Compiled> rules) {}

    private record Compiled(SigmaRule rule, Matcher matcher) {}

    private RuleSet(List<SigmaRule> rules, FieldSlots slots, List<Matcher> streams, List<Bucket> buckets) {
        this.rules = List.copyOf(rules);
        this.slots = slots;
        this.streams = List.copyOf(streams);
        this.buckets = List.copyOf(buckets);
        Map<String, LongAdder> counters = new HashMap<>();
        rules.forEach(rule -> counters.put(rule.id(), new LongAdder()));
        this.failures = Map.copyOf(counters);
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
        return new Loaded(compile(rules.values(), settings), issues);
    }

    private static RuleSet compile(Collection<SigmaRule> rules, SigmaSettings settings) {
        FieldSlots slots = new FieldSlots(FieldMap.shipped());
        LogSources logSources = LogSources.shipped();
        Map<LogSource, List<Compiled>> byLogSource = new LinkedHashMap<>();
        for (SigmaRule rule : rules) {
            Matcher matcher = new RuleCompiler(slots, rule.logSource(), settings).compile(rule.detection());
            byLogSource
                    .computeIfAbsent(rule.logSource(), _ -> new ArrayList<>())
                    .add(new Compiled(rule, matcher));
        }
        Map<LogSources.Stream, Integer> numbers = new LinkedHashMap<>();
        List<Matcher> streams = new ArrayList<>();
        List<Bucket> buckets = new ArrayList<>();
        byLogSource.forEach((logSource, compiled) -> {
            List<Integer> wanted = new ArrayList<>();
            for (LogSources.Stream stream : logSources.of(logSource)) {
                wanted.add(numbers.computeIfAbsent(stream, _ -> {
                    streams.add(new RuleCompiler(slots, stream.logSource(), settings).compile(stream.when()));
                    return streams.size() - 1;
                }));
            }
            buckets.add(new Bucket(List.copyOf(wanted), List.copyOf(compiled)));
        });
        return new RuleSet(List.copyOf(rules), slots, streams, buckets);
    }

    /** The rules that an event matches. A rule that fails is counted and is neither match nor no-match. */
    public List<SigmaRule> match(Event event) {
        return match(new EventFields(event));
    }

    /** The rules that an event matches, for any kind of event. */
    public List<SigmaRule> match(EventView event) {
        EventScan scan = new EventScan(event, slots);
        boolean[] present = new boolean[streams.size()];
        for (int i = 0; i < present.length; i++) {
            present[i] = isOf(streams.get(i), scan);
        }
        List<SigmaRule> matched = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (bucket.streams.stream().anyMatch(stream -> present[stream])) {
                addMatches(bucket, scan, matched);
            }
        }
        return matched;
    }

    /** Where that cannot be told, the rules have a look. */
    private static boolean isOf(Matcher stream, EventScan scan) {
        try {
            return stream.matches(scan);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void addMatches(Bucket bucket, EventScan scan, List<SigmaRule> matched) {
        for (Compiled compiled : bucket.rules) {
            if (holds(compiled, scan)) {
                matched.add(compiled.rule);
            }
        }
    }

    private boolean holds(Compiled compiled, EventScan scan) {
        try {
            return compiled.matcher.matches(scan);
        } catch (RuntimeException e) {
            // one rule that fails on one event must not cost the other rules their matches
            LongAdder failed = failures.get(compiled.rule.id());
            if (failed != null) {
                failed.increment();
            }
            return false;
        }
    }

    /** The rules, in the order in which they were given. */
    public List<SigmaRule> rules() {
        return rules;
    }

    /** How often each rule has failed at run time; rules that never did are left out. */
    public Map<String, Long> failures() {
        Map<String, Long> counts = new HashMap<>();
        failures.forEach((id, count) -> {
            if (count.sum() > 0) {
                counts.put(id, count.sum());
            }
        });
        return counts;
    }
}
