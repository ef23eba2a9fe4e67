package vn.chieng.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ahead-of-time caches (JEP 483, 514) of Java children, one file for each class path, main class and set of
 * JVM flags. A file that does not fit costs only the time it would have saved.
 */
public final class AotCache {

    private static final Logger LOG = LoggerFactory.getLogger(AotCache.class);
    private static final String UNFINISHED = ".unfinished-";
    private static final int KEY_DIGITS = 16;

    /** Exit code of a JVM that ended properly after SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    /** Whether a child without a cache writes one when it ends, which makes that one end take seconds longer. */
    public enum Training {
        ON,
        OFF
    }

    /** The command line to start, and what must be called with its exit code. */
    public record Launch(List<String> command, IntConsumer afterExit) {

        public Launch {
            command = List.copyOf(command);
        }
    }

    private final Path folder;
    private final Training training;

    public AotCache(Path folder, Training training) {
        this.folder = folder.toAbsolutePath().normalize();
        this.training = training;
    }

    /** Adds to a command what makes it use its cache, or write one where that is wanted. */
    public Launch launch(JavaCommand command) {
        String program = command.mainClass().substring(command.mainClass().lastIndexOf('.') + 1);
        Path file = folder.resolve(program + "-" + key(command) + ".aot");
        if (Files.exists(file)) {
            return new Launch(command.lineWith(List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off,cds*=off")), code -> {});
        }
        if (training == Training.OFF) {
            return new Launch(command.line(), code -> {});
        }
        try {
            Files.createDirectories(folder);
            removeLeftOver();
            Path unfinished =
                    Path.of(file + UNFINISHED + ProcessHandle.current().pid());
            return new Launch(
                    command.lineWith(List.of("-XX:AOTCacheOutput=" + unfinished, "-Xlog:aot*=off,cds*=off")),
                    code -> finish(code, program, unfinished, file));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("error.message", e.getMessage()).log("no ahead-of-time cache can be kept");
            return new Launch(command.line(), code -> {});
        }
    }

    private void finish(int exitCode, String program, Path unfinished, Path file) {
        try {
            boolean ended = exitCode == 0 || exitCode == TERMINATED;
            // The JVM's own intermediate file stays when it is killed while it writes.
            Files.deleteIfExists(Path.of(unfinished + ".config"));
            if (!ended || !Files.exists(unfinished)) {
                Files.deleteIfExists(unfinished);
                return;
            }
            List<Path> earlier = files().filter(path -> name(path).startsWith(program + "-"))
                    .filter(path -> name(path).endsWith(".aot"))
                    .toList();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            for (Path path : earlier) {
                if (!path.equals(file)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("file.path", file)
                    .addKeyValue("error.message", e.getMessage())
                    .log("an ahead-of-time cache could not be kept");
        }
    }

    private void removeLeftOver() throws IOException {
        for (Path path : files().toList()) {
            int mark = name(path).lastIndexOf(UNFINISHED);
            if (mark >= 0
                    && !owner(name(path).substring(mark + UNFINISHED.length())).isPresent()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The running process named in a file name; the JVM may add a suffix of its own. */
    private static Optional<ProcessHandle> owner(String suffix) {
        String digits = suffix.replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(digits));
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String key(JavaCommand command) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var text = new StringBuilder(System.getProperty("java.vm.version"))
                    .append('\n')
                    .append(System.getProperty("java.home"))
                    .append('\n')
                    .append(command.mainClass())
                    .append('\n')
                    .append(command.jvmFlags());
            for (Path entry : command.classPath()) {
                text.append('\n').append(entry);
                if (Files.exists(entry)) {
                    text.append(' ')
                            .append(Files.size(entry))
                            .append(' ')
                            .append(Files.getLastModifiedTime(entry).toMillis());
                }
            }
            byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
