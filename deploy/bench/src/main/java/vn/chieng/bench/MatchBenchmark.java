package vn.chieng.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.RuleStatistics;
import vn.chieng.sigma.json.JsonEvent;

/** How many events one core reads from JSON and takes past all rules, by the index and by the plain scan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatchBenchmark {
    private static final double GOAL = 150_000;
    private static final double GOAL_SHARE = 0.5;

    private final RuleSet rules = RuleSet.load(SigmaRules.load().sources()).rules();
    private final List<byte[]> documents = WindowsEvents.load().documents();
    private int next;

    private JsonEvent event() {
        byte[] document = documents.get(next);
        next = next + 1 == documents.size() ? 0 : next + 1;
        return new JsonEvent(document);
    }

    /** Takes one event past the index; JMH calls it. */
    @Benchmark
    public int index() {
        return rules.match(event()).size();
    }

    /** Takes one event past every rule of its log sources; JMH calls it. */
    @Benchmark
    public int scan() {
        return rules.scan(event()).size();
    }

    static Outcome measure(PrintStream out) throws RunnerException {
        describe(out);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MatchBenchmark.class.getName())
                        .include(ParseBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        double parse = median(results, "parse");
        double index = median(results, "index");
        double scan = median(results, "scan");
        rate(out, "events/s parsing alone, median", parse);
        rate(out, "events/s with index, median", index);
        rate(out, "events/s plain scan, median", scan);
        Machine.row(
                out,
                "share of parsing alone",
                String.format(
                        Locale.ROOT,
                        "%.2f goal %.2f %s",
                        index / parse,
                        GOAL_SHARE,
                        index / parse >= GOAL_SHARE ? "met" : "missed"));
        return new Outcome(index, "events/s", GOAL);
    }

    private static double median(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
                .findFirst()
                .orElseThrow();
    }

    private static void describe(PrintStream out) {
        SigmaRules sources = SigmaRules.load();
        WindowsEvents events = WindowsEvents.load();
        long start = System.nanoTime();
        RuleSet rules = RuleSet.load(sources.sources()).rules();
        long loaded = System.nanoTime() - start;
        long matches = 0;
        for (byte[] document : events.documents()) {
            matches += rules.match(new JsonEvent(document)).size();
        }
        double candidates = rules.statistics().stream()
                .mapToLong(RuleStatistics::candidates)
                .sum();
        int count = events.documents().size();
        Machine.row(out, "rules", rules.rules().size() + ", " + sources.origin());
        Machine.row(out, "milliseconds to load, cold", Long.toString(TimeUnit.NANOSECONDS.toMillis(loaded)));
        Machine.row(
                out, "rules always tried", Integer.toString(rules.indexSize().alwaysTried()));
        Machine.row(
                out,
                "MB of automata",
                String.format(Locale.ROOT, "%.1f", rules.indexSize().bytes() / 1e6));
        Machine.row(out, "events", count + ", " + events.origin());
        Machine.row(out, "candidates per event", String.format(Locale.ROOT, "%.2f", candidates / count));
        Machine.row(out, "matches", Long.toString(matches));
    }

    private static void rate(PrintStream out, String name, double rate) {
        Machine.row(out, name, String.format(Locale.ROOT, "%.0f", rate));
    }
}
