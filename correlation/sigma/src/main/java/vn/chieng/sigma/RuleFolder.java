package vn.chieng.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.chieng.sigma.rule.RuleSource;

/** Reads the rule files of a folder and the folders below it. */
public final class RuleFolder {
    /** More folders than this below each other are not followed. */
    static final int MAX_DEPTH = 20;

    private RuleFolder() {}

    /** Every {@code .yml} and {@code .yaml} file below a folder, in the order of their paths; or the one file given. */
    public static List<RuleSource> read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(source(path));
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path, MAX_DEPTH)) {
            files = walk.filter(file -> isRule(file.toString()) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        List<RuleSource> sources = new ArrayList<>(files.size());
        for (Path file : files) {
            sources.add(source(file));
        }
        return sources;
    }

    /** Whether a file of this name holds rules. */
    public static boolean isRule(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml");
    }

    /** One byte more than allowed is enough for the reader to refuse the file. */
    private static RuleSource source(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new RuleSource(file.toString(), in.readNBytes(RuleSource.MAX_BYTES + 1));
        }
    }
}
