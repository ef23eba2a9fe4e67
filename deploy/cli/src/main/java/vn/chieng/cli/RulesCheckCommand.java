package vn.chieng.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.yaml.RuleIssue;

/** Reads rules and names everything that is wrong with them. */
@Command(
        name = "check",
        description = "Reads rules and prints a table of what is wrong with them, by file:line:column.",
        mixinStandardHelpOptions = true,
        footer = "Exit code: 0 all rules are sound, 1 some are refused, 2 wrong use.")
final class RulesCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders, .yml files, .tar.gz archives.")
    private List<String> paths = List.of();

    RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RuleSet.Loaded loaded;
        try {
            loaded = RuleLoading.load(paths);
        } catch (IOException e) {
            surroundings.err().println("chieng rules check: " + Complaint.about(e));
            return Chieng.WRONG_USE;
        }
        new IssueTable(loaded).print(surroundings.out());
        long refused = loaded.issues().stream().map(RuleIssue::file).distinct().count();
        surroundings
                .out()
                .println(loaded.rules().rules().size() + " rules are sound"
                        + (refused == 0 ? "" : "; refused rules in " + refused + " files"));
        surroundings.out().flush();
        return loaded.issues().isEmpty() ? Chieng.FINE : Chieng.PROBLEMS;
    }
}
