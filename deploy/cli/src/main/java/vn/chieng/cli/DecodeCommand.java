package vn.chieng.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decodes the frames of files and prints the events. */
@Command(name = "decode", description = "Prints one ECS event per line.", mixinStandardHelpOptions = true)
final class DecodeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--codec", defaultValue = "auto", description = "Name of the codec. Default: ${DEFAULT-VALUE}")
    private String codec = "auto";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to read; - is standard input.")
    private List<String> files = List.of();

    DecodeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.err().println("not yet: " + codec + " " + files);
        return Chieng.WRONG_USE;
    }
}
