package vn.chieng.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Applies law packs; the work is in its subcommands. */
@Command(
        name = "law",
        description = "Checks law packs, classifies systems and counts time limits.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class LawCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** The command with its subcommands. */
    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new LawCommand())
                .addSubcommand(new LawCheckCommand(surroundings))
                .addSubcommand(new LawClassifyCommand(surroundings))
                .addSubcommand(new LawDueCommand(surroundings));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "law needs a command: check, classify or due");
    }
}
