package vn.chieng.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** Runs one benchmark by name: exit code 0 when its goal is met, 1 when it is missed, 2 for wrong use. */
public final class Bench {
    private static final int MISSED = 1;
    private static final int WRONG_USE = 2;

    private Bench() {}

    /** The benchmarks by the name they are called with. */
    private enum Name {
        PARSE {
            @Override
            Outcome run(PrintStream out) throws RunnerException {
                return ParseBenchmark.measure(out);
            }
        },
        SIGMA {
            @Override
            Outcome run(PrintStream out) throws RunnerException {
                return SigmaBenchmark.measure(out);
            }
        };

        abstract Outcome run(PrintStream out) throws RunnerException;

        String argument() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Name> chosen = Arrays.stream(Name.values())
                .filter(name -> arguments.length == 1 && name.argument().equals(arguments[0]))
                .toList();
        if (chosen.isEmpty()) {
            System.err.println("usage: deploy/bench/run NAME, where NAME is one of: "
                    + Arrays.stream(Name.values()).map(Name::argument).collect(Collectors.joining(", ")));
            System.exit(WRONG_USE);
        }
        Name name = chosen.getFirst();
        Machine.print(out);
        Outcome outcome = name.run(out);
        out.println(outcome.line(name.argument()));
        System.exit(outcome.met() ? 0 : MISSED);
    }
}
