package vn.chieng.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher behind {@code deploy/up} and {@code deploy/down}. */
@Command(
        name = "standalone",
        description = "Runs all of Chiêng on this machine.",
        subcommands = {UpCommand.class, DownCommand.class})
public final class Standalone {

    Standalone() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Standalone());
    }
}
