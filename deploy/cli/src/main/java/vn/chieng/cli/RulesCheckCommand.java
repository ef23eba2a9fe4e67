package vn.chieng.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.chieng.sigma.RuleSet;

/** Reads rules and names everything that is wrong with them. */
@Command(
        name = "check",
        description = "Reads rules and prints what is wrong with them, as file:line:column reason, on standard error.",
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
            surroundings.err().println("chieng rules check: " + e);
            return Chieng.WRONG_USE;
        }
        RuleLoading.report(loaded, surroundings.err());
        surroundings.out().println(loaded.rules().rules().size() + " rules are sound");
        surroundings.out().flush();
        return loaded.issues().isEmpty() ? Chieng.FINE : Chieng.PROBLEMS;
    }
}
