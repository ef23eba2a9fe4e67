package vn.chieng.sigma;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Prints at which share of the rate of parsing alone the matcher takes events of the corpus; a process of its own. */
final class SpeedOfMatching {
    private static final int ROUNDS = 60;
    private static final long LONGEST = 6_000_000_000L;
    private static final int OF_EACH_SET = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private SpeedOfMatching() {}

    public static void main(String[] arguments) throws IOException {
        RuleMatcher matcher = RuleSet.load(Corpus.sigmaHqRules()).rules().matcher();
        List<byte[]> lines = Corpus.windowsLines(OF_EACH_SET);
        long parsing = Long.MAX_VALUE;
        long matching = Long.MAX_VALUE;
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS && System.nanoTime() - start < LONGEST; round++) {
            long before = cpu();
            lines.forEach(SpeedOfMatching::parse);
            long between = cpu();
            lines.forEach(matcher::match);
            parsing = Math.min(parsing, between - before);
            matching = Math.min(matching, cpu() - between);
        }
        System.out.println((double) parsing / matching);
    }

    private static void parse(byte[] line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            while (parser.nextToken() != null) {
                // nothing else
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
