package vn.chieng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.RuleStatistics;

/** Measures how fast rules take events, and which rules cost most. */
@Command(
        name = "bench",
        description = "Matches the events again and again for some rounds, and prints the rate and the dearest rules.",
        mixinStandardHelpOptions = true,
        footer = "Exit code: 0 measured, 1 refused rules or no event, 2 wrong use.")
final class RulesBenchCommand implements Callable<Integer> {
    private static final int DEAREST = 10;
    private static final double NANOSECONDS = 1e9;

    private final Surroundings surroundings;

    @Option(names = "--rules", paramLabel = "PATH", required = true, description = "Folder, .yml file or archive.")
    private List<String> rules = List.of();

    @Option(names = "--events", paramLabel = "FILE", required = true, description = "Files of events.")
    private List<String> events = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "Default: 5")
    private int rounds = 5;

    RulesBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            RuleSet.Loaded loaded = RuleLoading.load(rules);
            RuleLoading.report(loaded, surroundings.err());
            List<Event> read = EventReading.read(events, EventReading.automatic(), surroundings);
            for (int round = 1; round <= rounds && !read.isEmpty(); round++) {
                print(round, loaded.rules(), read);
            }
            printDearest(loaded.rules());
            return loaded.issues().isEmpty() && !read.isEmpty() ? Chieng.FINE : Chieng.PROBLEMS;
        } catch (IOException e) {
            surroundings.err().println("chieng rules bench: " + Complaint.about(e));
            return Chieng.WRONG_USE;
        } finally {
            surroundings.out().flush();
        }
    }

    private void print(int round, RuleSet loaded, List<Event> read) {
        long start = System.nanoTime();
        long matches = 0;
        for (Event event : read) {
            matches += loaded.match(event).size();
        }
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "round %d: %d events, %d matches, %.0f events/s%n",
                        round,
                        read.size(),
                        matches,
                        read.size() / seconds);
    }

    private void printDearest(RuleSet loaded) {
        loaded.statistics().stream()
                .sorted((one, other) -> Long.compare(other.nanoseconds(), one.nanoseconds()))
                .limit(DEAREST)
                .filter(rule -> rule.candidates() > 0)
                .forEach(this::print);
    }

    private void print(RuleStatistics rule) {
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "%s  events %d  candidates %d  matches %d  about %d us%n",
                        rule.id(),
                        rule.events(),
                        rule.candidates(),
                        rule.matches(),
                        rule.nanoseconds() / 1_000);
    }
}
