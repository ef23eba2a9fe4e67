package vn.chieng.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at audit files; the work is in its subcommand. */
@Command(
        name = "audit",
        description = "Verifies exported audit files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** The command with its subcommand. */
    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(surroundings));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "audit needs a command: verify");
    }
}
