package vn.chieng.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import vn.chieng.content.ShippedRules;
import vn.chieng.sigma.RuleFolder;
import vn.chieng.sigma.rule.RuleSource;

/** Sigma rules to measure with: those of the corpus where it is found, otherwise those that ship. */
record SigmaRules(String origin, List<RuleSource> sources) {

    static SigmaRules load() {
        Path archive = Path.of(System.getProperty("corpus", "../shared/corpus"), "sigma/sigmahq-rules.tar.gz");
        if (!Files.exists(archive)) {
            return new SigmaRules("shipped", ShippedRules.sigma());
        }
        List<RuleSource> sources = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && RuleFolder.isRule(entry.getName())) {
                    sources.add(new RuleSource(entry.getName(), tar.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SigmaRules("corpus sigmahq", sources);
    }
}
