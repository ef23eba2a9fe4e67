package vn.chieng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chieng.cli.audit.AuditFileCheck;
import vn.chieng.cli.audit.KeyRing;
import vn.chieng.cli.audit.Verdict;

/** Verifies an audit file and names the first thing that is wrong with it. */
@Command(
        name = "verify",
        description = "Verifies every byte of an exported audit file: hashes, chain, anchors, signatures.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Without --key the keys are those that the file names itself: that shows that the file is whole, but not whose it is.",
            "Exit code: 0 every byte is as it was written, 1 broken, 2 wrong use."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file to verify.")
    private String file = "";

    @Option(
            names = "--key",
            paramLabel = "PUBLICKEYFILE",
            description = "Public keys to believe, as PEM; a file may hold several.")
    private @Nullable String keyFile;

    AuditVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        KeyRing trusted;
        try {
            trusted = keyFile == null ? null : KeyRing.read(Path.of(keyFile));
        } catch (IOException e) {
            return wrongUse("cannot read " + keyFile + ": " + problem(e));
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return switch (AuditFileCheck.check(in, trusted)) {
                case Verdict.Sound sound -> sound(sound);
                case Verdict.Broken broken -> broken(broken);
                case Verdict.Foreign _ -> wrongUse(file + " is not an audit file");
            };
        } catch (IOException e) {
            return wrongUse("cannot read " + file + ": " + problem(e));
        }
    }

    private static String problem(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }

    private int wrongUse(String problem) {
        surroundings.err().println("chieng audit verify: " + problem);
        return Chieng.WRONG_USE;
    }

    private int broken(Verdict.Broken broken) {
        String entry = broken.entry() == null ? "" : "entry " + broken.entry() + " ";
        surroundings
                .err()
                .println(file + ":" + broken.line() + ": " + entry
                        + broken.damage().name().toLowerCase(Locale.ROOT) + ": " + broken.detail());
        return Chieng.PROBLEMS;
    }

    private int sound(Verdict.Sound sound) {
        PrintStream out = surroundings.out();
        out.println(file + ": every byte is as it was written");
        out.println(
                "days:    " + sound.from() + " to " + sound.to() + ", " + sound.daysWithEntries() + " with entries");
        out.println("entries: " + sound.entries()
                + (sound.entries() == 0
                        ? ""
                        : ", numbers " + sound.first() + " to " + (sound.first() + sound.entries() - 1)));
        List<LocalDate> anchored = sound.anchored();
        out.println("anchors: " + sound.anchors()
                + (anchored.isEmpty() ? "" : ", " + anchored.getFirst() + " to " + anchored.getLast()));
        sound.keys().stream().sorted().forEach(key -> out.println("key:     SHA-256 " + key));
        out.println(
                keyFile == null
                        ? "WARNING: the keys are the file's own. Compare the fingerprint with what the office publishes, or use --key."
                        : "The keys are those of " + keyFile + ".");
        out.flush();
        return Chieng.FINE;
    }
}
