package vn.chieng.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line; exit code 0 fine, 1 problems found, 2 wrong use. */
@Command(
        name = "chieng",
        description =
                "Tries codecs and detection rules on files, verifies audit files, applies law packs, without servers.",
        mixinStandardHelpOptions = true,
        version = "chieng 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = "Exit code: 0 fine, 1 problems found, 2 wrong use.")
public final class Chieng {
    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;

    private static final int OUTPUT_BUFFER = 1 << 16;

    private Chieng() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(new Surroundings(Clock.systemUTC(), System.in, out, err), arguments);
        out.flush();
        System.exit(code);
    }

    static int run(Surroundings surroundings, String... arguments) {
        CommandLine commandLine = new CommandLine(new Chieng())
                .addSubcommand(new DecodeCommand(surroundings)) // one line for each subcommand
                .addSubcommand(RulesCommand.with(surroundings))
                .addSubcommand(AuditCommand.with(surroundings))
                .addSubcommand(LawCommand.with(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        if (arguments.length == 0) {
            commandLine.usage(surroundings.err());
            return WRONG_USE;
        }
        return commandLine.execute(arguments);
    }
}
