package vn.chieng.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries Sigma rules; the work is in its subcommands. */
@Command(
        name = "rules",
        description = "Checks Sigma rules and matches events against them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** The command with its subcommands. */
    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new RulesCommand())
                .addSubcommand(new RulesMatchCommand(surroundings))
                .addSubcommand(new RulesCheckCommand(surroundings))
                .addSubcommand(new RulesExplainCommand(surroundings))
                .addSubcommand(new RulesBenchCommand(surroundings));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "rules needs a command: match, check, explain or bench");
    }
}
