package vn.chieng.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.match.Explanation;
import vn.chieng.sigma.rule.SigmaRule;

/** Shows why rules match an event or do not. */
@Command(
        name = "explain",
        description = "Shows for each event and rule what every item came to, and the values it looked at.",
        mixinStandardHelpOptions = true,
        footer = "Exit code: 0 explained, 1 refused rules or no event, 2 wrong use.")
final class RulesExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--rule", paramLabel = "FILE", required = true, description = "The rule file.")
    private String rule = "";

    @Option(names = "--event", paramLabel = "FILE", required = true, description = "The event; - is standard input.")
    private String event = "";

    RulesExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            RuleSet.Loaded loaded = RuleLoading.load(List.of(rule));
            RuleLoading.report(loaded, surroundings.err());
            List<Event> events = EventReading.read(List.of(event), EventReading.automatic(), surroundings);
            if (events.isEmpty()) {
                surroundings.err().println("chieng rules explain: no event in " + event);
            }
            for (Event each : events) {
                for (SigmaRule sound : loaded.rules().rules()) {
                    loaded.rules().explain(sound.id(), each).ifPresent(explanation -> print(sound, explanation));
                }
            }
            return loaded.issues().isEmpty() && !events.isEmpty() ? Chieng.FINE : Chieng.PROBLEMS;
        } catch (IOException e) {
            surroundings.err().println("chieng rules explain: " + Complaint.about(e));
            return Chieng.WRONG_USE;
        } finally {
            surroundings.out().flush();
        }
    }

    private void print(SigmaRule sound, Explanation explanation) {
        PrintStream out = surroundings.out();
        out.println((explanation.matches() ? "match     " : "no match  ") + sound.id() + "  " + sound.title());
        if (!explanation.logSourceHolds()) {
            out.println("  the event is not of the rule's log source");
        }
        for (Explanation.SearchOutcome search : explanation.searches()) {
            out.println("  " + search.identifier() + ": " + (search.holds() ? "true" : "false"));
            for (Explanation.ItemOutcome item : search.items()) {
                String field = item.field() == null ? "keywords" : item.field();
                out.printf(
                        "    line %-4d %-30s %-6s %s%n",
                        item.line(),
                        field,
                        item.outcome().name().toLowerCase(Locale.ROOT),
                        item.values().isEmpty() ? "" : item.values());
            }
        }
    }
}
