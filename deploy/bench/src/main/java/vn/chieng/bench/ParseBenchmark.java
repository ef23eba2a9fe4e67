package vn.chieng.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How many JSON events one core reads as a stream of tokens, doing nothing with them: nothing that works on events can be faster,
 * so every other rate is told as a share of this one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParseBenchmark {
    private static final double GOAL = 250_000;

    private final WindowsEvents events = WindowsEvents.load();
    private final JsonFactory json = new JsonFactory();
    private int next;

    /** Reads one event; JMH calls it. */
    @Benchmark
    public long parse() {
        byte[] document = events.documents().get(next);
        next = next + 1 == events.documents().size() ? 0 : next + 1;
        long tokens = 0;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
            }
        }
        return tokens;
    }

    static Outcome measure(PrintStream out) throws RunnerException {
        WindowsEvents events = WindowsEvents.load();
        Machine.row(out, "events", events.documents().size() + ", " + events.origin());
        Machine.row(out, "bytes per event", String.format(Locale.ROOT, "%.0f", events.averageSize()));
        Result<?> result = new Runner(new OptionsBuilder()
                        .include(ParseBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(7)
                        .measurementTime(TimeValue.seconds(2))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult();
        double median = result.getStatistics().getPercentile(50);
        Machine.row(
                out,
                "events/s lowest",
                String.format(Locale.ROOT, "%.0f", result.getStatistics().getMin()));
        Machine.row(out, "events/s median", String.format(Locale.ROOT, "%.0f", median));
        Machine.row(
                out,
                "events/s highest",
                String.format(Locale.ROOT, "%.0f", result.getStatistics().getMax()));
        Machine.row(out, "MB/s median", String.format(Locale.ROOT, "%.0f", median * events.averageSize() / 1e6));
        return new Outcome(median, "events/s", GOAL);
    }
}
