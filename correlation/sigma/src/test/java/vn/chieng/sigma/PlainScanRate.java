package vn.chieng.sigma;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import vn.chieng.event.Event;

/** Run by hand: how many Windows events of the corpus scan and index take a second, JSON not counted. */
final class PlainScanRate {
    private static final int ROUNDS = 6;

    private PlainScanRate() {}

    public static void main(String[] arguments) throws IOException {
        List<vn.chieng.sigma.rule.RuleSource> sources = Corpus.sigmaHqRules();
        RuleSet rules = RuleSet.EMPTY;
        for (int i = 0; i < 4; i++) {
            long begun = cpu();
            rules = RuleSet.load(sources).rules();
            System.out.printf("%d rules loaded in %d ms%n", rules.rules().size(), (cpu() - begun) / 1_000_000);
        }
        System.out.println(rules.indexSize());
        List<Event> events = Corpus.windowsEvents();
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            long matches = 0;
            for (Event event : events) {
                matches += rules.match(event).size();
            }
            double seconds = (cpu() - start) / 1e9;
            System.out.printf(
                    "%d events, %d matches, %.0f events/s%n", events.size(), matches, events.size() / seconds);
        }
        long candidates = rules.statistics().stream()
                .mapToLong(RuleStatistics::candidates)
                .sum();
        System.out.printf("%.2f candidates per event%n", 1.0 * candidates / events.size() / ROUNDS);
        rules.statistics().stream()
                .sorted((a, b) -> Long.compare(b.nanoseconds(), a.nanoseconds()))
                .limit(15)
                .forEach(System.out::println);
    }

    /** Time of this thread on a core, so that other work on the machine counts less. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
