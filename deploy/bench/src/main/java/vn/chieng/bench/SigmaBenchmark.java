package vn.chieng.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vn.chieng.sigma.RuleMatcher;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.RuleStatistics;
import vn.chieng.sigma.json.JsonEvent;

/**
 * How many events one core reads from JSON and takes past all rules: by the index, by the plain scan, and rule by rule. Rounds
 * of parsing alone lie between those of the index, so that what else the machine does falls on both; times are those of the
 * thread on its core.
 */
final class SigmaBenchmark {
    private static final double GOAL = 150_000;
    private static final double GOAL_SHARE = 0.5;
    private static final int ROUNDS = 20;
    /** The first rounds only warm up. */
    private static final int WARM = 8;
    /** The slow ways see every so many events only. */
    private static final int ONE_IN_SCANNED = 20;

    private static final int ONE_IN_NAIVE = 200;

    private final List<byte[]> documents;
    private final RuleSet rules;
    private final PrintStream out;
    private final JsonFactory json = new JsonFactory();

    private SigmaBenchmark(List<byte[]> documents, RuleSet rules, PrintStream out) {
        this.documents = documents;
        this.rules = rules;
        this.out = out;
    }

    static Outcome measure(PrintStream out) {
        SigmaRules sources = SigmaRules.load();
        WindowsEvents events = WindowsEvents.load();
        long start = System.nanoTime();
        RuleSet cold = RuleSet.load(sources.sources()).rules();
        long loadedCold = System.nanoTime() - start;
        RuleSet.load(sources.sources());
        start = System.nanoTime();
        RuleSet rules = RuleSet.load(sources.sources()).rules();
        Machine.row(out, "rules", rules.rules().size() + ", " + sources.origin());
        Machine.row(out, "milliseconds to load, cold", Long.toString(TimeUnit.NANOSECONDS.toMillis(loadedCold)));
        Machine.row(
                out,
                "milliseconds to load, warm",
                Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        Machine.row(
                out,
                "rules without a literal",
                Integer.toString(cold.indexSize().alwaysTried()));
        Machine.row(
                out,
                "MB of the index",
                String.format(Locale.ROOT, "%.1f", rules.indexSize().bytes() / 1e6));
        Machine.row(out, "events", events.documents().size() + ", " + events.origin());
        Machine.row(out, "bytes per event", String.format(Locale.ROOT, "%.0f", events.averageSize()));
        return new SigmaBenchmark(events.documents(), rules, out).run();
    }

    private Outcome run() {
        RuleMatcher matcher = rules.matcher();
        List<Double> parsing = new ArrayList<>();
        List<Double> matching = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double parse = rate(documents, this::tokens).perSecond();
            double match =
                    rate(documents, document -> matcher.match(document).size()).perSecond();
            if (round >= WARM) {
                parsing.add(parse);
                matching.add(match);
                shares.add(match / parse);
            }
        }
        double share = median(shares);
        print("events/s parsing alone, median", median(parsing));
        print("events/s with index, median", median(matching));
        print(
                "events/s with index, best",
                matching.stream().mapToDouble(each -> each).max().orElse(0));
        Machine.row(
                out,
                "share of parsing alone, median",
                String.format(
                        Locale.ROOT, "%.2f goal %.2f %s", share, GOAL_SHARE, share >= GOAL_SHARE ? "met" : "missed"));
        long candidates = rules.statistics().stream()
                .mapToLong(RuleStatistics::candidates)
                .sum();
        long matches =
                rules.statistics().stream().mapToLong(RuleStatistics::matches).sum();
        double passed = (double) ROUNDS * documents.size();
        Machine.row(out, "candidates per event", String.format(Locale.ROOT, "%.2f", candidates / passed));
        Machine.row(out, "matches per event", String.format(Locale.ROOT, "%.4f", matches / passed));
        boolean same = compare();
        return new Outcome(same ? median(matching) : 0, "events/s", GOAL);
    }

    /** The slow ways on some of the events, and whether all ways find the same. */
    private boolean compare() {
        List<byte[]> scanned = oneIn(ONE_IN_SCANNED);
        List<byte[]> tried = oneIn(ONE_IN_NAIVE);
        Rate scan =
                rate(scanned, document -> rules.scan(new JsonEvent(document)).size());
        Rate naive = rate(tried, this::oneByOne);
        print("events/s plain scan, of " + scanned.size(), scan.perSecond());
        print("events/s rule by rule, of " + tried.size(), naive.perSecond());
        long expectedOfScan =
                rate(scanned, document -> rules.match(document).size()).found();
        long expectedOfNaive =
                rate(tried, document -> rules.match(document).size()).found();
        boolean same = expectedOfScan == scan.found() && expectedOfNaive == naive.found();
        Machine.row(
                out,
                "matches index/scan, index/one by one",
                expectedOfScan + "/" + scan.found() + ", " + expectedOfNaive + "/" + naive.found()
                        + (same ? " equal" : " NOT EQUAL"));
        return same;
    }

    private long oneByOne(byte[] document) {
        JsonEvent event = new JsonEvent(document);
        long found = 0;
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            found += rules.matches(rule, event) ? 1 : 0;
        }
        return found;
    }

    private long tokens(byte[] document) {
        long tokens = 0;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
            }
        }
        return tokens;
    }

    private List<byte[]> oneIn(int step) {
        List<byte[]> some = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += step) {
            some.add(documents.get(i));
        }
        return some;
    }

    /** What one round came to. */
    private record Rate(double perSecond, long found) {}

    private static Rate rate(List<byte[]> events, ToLongFunction<byte[]> work) {
        long start = Machine.threadTime();
        long found = 0;
        for (byte[] event : events) {
            found += work.applyAsLong(event);
        }
        return new Rate(events.size() * 1e9 / (Machine.threadTime() - start), found);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private void print(String name, double rate) {
        Machine.row(out, name, String.format(Locale.ROOT, "%.0f", rate));
    }
}
