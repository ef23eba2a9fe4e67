package vn.chieng.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawPack;

/** Reads a pack and names everything that is wrong with it. */
@Command(
        name = "check",
        description = "Reads a law pack and prints all that is wrong with it, as file:line:column: reason.",
        mixinStandardHelpOptions = true,
        footer = "Exit code: 0 the pack is sound, 1 it is refused, 2 wrong use.")
final class LawCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "PACK_DIR", description = "The folder of the pack.")
    private String folder = "";

    LawCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            LawPack pack = LawFiles.accepted(LawFiles.files(Path.of(folder)));
            long unverified = pack.rules().values().stream()
                    .filter(rule -> rule.basis().reliance() != Basis.Reliance.VERIFIED)
                    .count();
            surroundings
                    .out()
                    .println(pack.version() + " is sound: " + pack.rules().size() + " rules, " + unverified
                            + " of them not yet compared with the original");
            surroundings.out().flush();
            return Chieng.FINE;
        } catch (LawFiles.Refused e) {
            surroundings.err().println(e.getMessage());
            return e.code();
        }
    }
}
