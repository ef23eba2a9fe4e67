package vn.chieng.engine.rules;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import vn.chieng.event.ActiveRule;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaSettings;

/** Other people's rules, as test input only: published one by one. */
public final class CorpusRules {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private CorpusRules() {}

    /** Those that can be read alone; skips the test, loudly, where the corpus is absent. */
    public static List<ActiveRule> published() {
        Path archive = corpus().resolve("sigma/sigmahq-rules.tar.gz");
        if (!Files.exists(archive)) {
            System.err.println("SKIPPED: no " + archive);
            Assumptions.abort("no " + archive);
        }
        List<ActiveRule> rules = new ArrayList<>();
        try (DataInputStream tar =
                new DataInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (byte[] header = tar.readNBytes(BLOCK); header[0] != 0; header = tar.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, 124, 11), 8);
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                String name = text(header, 0, LONGEST_NAME);
                // a longer name is cut here and stands whole in a record before
                if (name.endsWith(".yml") || name.length() == LONGEST_NAME) {
                    add(new RuleSource(name, content), rules);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static void add(RuleSource source, List<ActiveRule> rules) {
        RuleReader.Result read = RuleReader.read(source, SigmaSettings.DEFAULT);
        if (read.issues().isEmpty() && read.rules().size() == 1) {
            rules.add(new ActiveRule(
                    read.rules().getFirst().id(),
                    1,
                    new String(source.content(), StandardCharsets.UTF_8),
                    null,
                    List.of(),
                    "corpus"));
        }
    }

    private static String text(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.US_ASCII).split("[\0 ]", 2)[0];
    }

    private static Path corpus() {
        String named = System.getenv("CHIENG_CORPUS");
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/corpus"))) {
                return folder.resolve("shared/corpus");
            }
        }
        return Path.of("shared/corpus");
    }
}
