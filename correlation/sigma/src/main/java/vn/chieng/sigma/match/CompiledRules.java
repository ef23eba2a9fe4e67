package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.taxonomy.FieldMap;
import vn.chieng.sigma.taxonomy.LogSources;

/**
 * Rules made ready to match: for each log source a bucket, and for each bucket the streams of which an event must be one.
 *
 * @param items how many distinct items there are
 */
public record CompiledRules(FieldSlots slots, int items, List<Stream> streams, List<Bucket> buckets, List<Rule> rules) {

    public CompiledRules {
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
    public record Rule(SigmaRule rule, Detection detection, int bucket, Matcher matcher) {}

    /** Compiles rules that were checked. */
    public static CompiledRules of(Collection<SigmaRule> rules, SigmaSettings settings) {
        FieldSlots slots = new FieldSlots(FieldMap.shipped());
        SharedItems items = new SharedItems();
        Map<LogSource, List<Integer>> byLogSource = new LinkedHashMap<>();
        Map<LogSource, Integer> bucketNumbers = new HashMap<>();
        List<Rule> compiled = new ArrayList<>();
        for (SigmaRule rule : rules) {
            int bucket = bucketNumbers.computeIfAbsent(rule.logSource(), _ -> bucketNumbers.size());
            byLogSource
                    .computeIfAbsent(rule.logSource(), _ -> new ArrayList<>())
                    .add(compiled.size());
            Matcher matcher = new RuleCompiler(slots, items, rule.logSource(), settings).compile(rule.detection());
            compiled.add(new Rule(rule, rule.detection(), bucket, matcher));
        }
        LogSources logSources = LogSources.shipped();
        Map<LogSources.Stream, Integer> numbers = new LinkedHashMap<>();
        List<Stream> streams = new ArrayList<>();
        List<Bucket> buckets = new ArrayList<>();
        byLogSource.forEach((logSource, members) -> {
            List<Integer> wanted = new ArrayList<>();
            for (LogSources.Stream stream : logSources.of(logSource)) {
                wanted.add(numbers.computeIfAbsent(stream, _ -> {
                    Matcher matcher =
                            new RuleCompiler(slots, items, stream.logSource(), settings).compile(stream.when());
                    streams.add(new Stream(stream.logSource(), stream.when(), matcher));
                    return streams.size() - 1;
                }));
            }
            buckets.add(new Bucket(logSource, wanted, members));
        });
        return new CompiledRules(slots, items.size(), streams, buckets, compiled);
    }
}
