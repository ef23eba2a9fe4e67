package vn.chieng.codecs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Logs made by other people, kept outside the repository: system property {@code corpus}, or beside the repository. */
final class Corpus {
    private Corpus() {}

    /** A file or folder of the corpus; the test is skipped, loudly, where it is absent. */
    static Path path(String inside) {
        String set = System.getProperty("corpus");
        List<Path> roots = set == null
                ? Stream.of("../../../shared/corpus", "../../../../shared/corpus")
                        .map(Path::of)
                        .toList()
                : List.of(Path.of(set));
        for (Path root : roots) {
            if (Files.exists(root.resolve(inside))) {
                return root.resolve(inside);
            }
        }
        System.err.println("SKIPPED: no corpus with " + inside + "; name its folder with -Dcorpus=…");
        return Assumptions.abort("no corpus");
    }

    static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The log lines of a rule test file: {@code log 1 pass = …}. */
    static List<String> ruleTestLines(Path file) throws IOException {
        return lines(file).stream()
                .filter(line -> line.startsWith("log ") && line.contains(" = "))
                .map(line -> line.substring(line.indexOf(" = ") + 3))
                .toList();
    }
}
