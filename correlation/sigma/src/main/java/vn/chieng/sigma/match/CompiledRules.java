package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.taxonomy.FieldMap;

/**
 * Rules made ready to match: for each log source a bucket, and for each bucket the streams of which an event must be one.
 *
 * @param items how many distinct items there are
 * @param watched slots of fields whose values somebody else wants to see
 * @param keyPaths the fields that tell of which stream an event is
 */
public record CompiledRules(
        FieldSlots slots,
        List<Integer> watched,
        int items,
        KeyPaths keyPaths,
        List<Stream> streams,
        List<Bucket> buckets,
        List<Rule> rules) {

    public CompiledRules {
        watched = List.copyOf(watched);
        streams = List.copyOf(streams);
        buckets = List.copyOf(buckets);
        rules = List.copyOf(rules);
    }

    /** Events for which the search holds, with the log source under which its fields are looked up. */
    public record Stream(LogSource logSource, Search when, Matcher matcher) {}

    /** The rules of one log source by their numbers, and the streams that it takes. */
    public record Bucket(LogSource logSource, List<Integer> streams, List<Integer> rules) {
        public Bucket {
            streams = List.copyOf(streams);
            rules = List.copyOf(rules);
        }
    }

    /** A rule, the number of its bucket, and its filters already in its detection. */
    public record Rule(SigmaRule rule, Detection detection, int bucket, Matcher matcher, Foresight foresight) {}

    /** Compiles rules that were checked. */
    public static CompiledRules of(Collection<SigmaRule> rules, SigmaSettings settings, List<String> watchedPaths) {
        Map<LogSource, List<SigmaRule>> byLogSource = new LinkedHashMap<>();
        rules.forEach(rule -> byLogSource
                .computeIfAbsent(rule.logSource(), _ -> new ArrayList<>())
                .add(rule));
        FieldSlots slots = new FieldSlots(FieldMap.shipped());
        SharedItems items = new SharedItems();
        StreamCompiler streams = new StreamCompiler(slots, items, settings);
        List<List<Integer>> streamsOfBucket = new ArrayList<>();
        byLogSource.keySet().forEach(logSource -> streamsOfBucket.add(streams.of(logSource)));
        List<LogSource> buckets = List.copyOf(byLogSource.keySet());
        List<Rule> compiled = new ArrayList<>();
        List<List<Integer>> members = new ArrayList<>();
        buckets.forEach(_ -> members.add(new ArrayList<>()));
        Map<LogSource, Integer> bucketNumbers = new HashMap<>();
        for (SigmaRule rule : rules) {
            int bucket = bucketNumbers.computeIfAbsent(rule.logSource(), buckets::indexOf);
            members.get(bucket).add(compiled.size());
            RuleCompiler compiler = new RuleCompiler(slots, items, rule.logSource(), settings);
            compiled.add(new Rule(
                    rule,
                    rule.detection(),
                    bucket,
                    compiler.compile(rule.detection()),
                    compiler.foresight(rule.detection(), streams.keyPaths())));
        }
        List<Integer> watched = watchedPaths.stream().map(slots::watch).toList();
        slots.close();
        List<Bucket> made = IntStream.range(0, buckets.size())
                .mapToObj(i -> new Bucket(buckets.get(i), streamsOfBucket.get(i), members.get(i)))
                .toList();
        return new CompiledRules(slots, watched, items.size(), streams.keyPaths(), streams.streams(), made, compiled);
    }
}
