package vn.chieng.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import vn.chieng.sigma.RuleFolder;
import vn.chieng.sigma.rule.RuleSource;

/** Reads rule files from a folder, one file, or a tar archive, packed or not; nothing is written to disk. */
final class RuleFiles {
    static final int MAX_ENTRIES = 100_000;
    static final long MAX_UNPACKED = 512L * 1024 * 1024;

    private RuleFiles() {}

    /** The rule files; in an archive they go by the archive's name and their own. */
    static List<RuleSource> read(Path path) throws IOException {
        String name = path.toString();
        if (Files.isDirectory(path) || RuleFolder.isRule(name)) {
            return RuleFolder.read(path);
        }
        if (!name.endsWith(".tgz") && !name.endsWith(".tar.gz") && !name.endsWith(".tar")) {
            throw new IOException(name + " is no folder, .yml, .tar, .tar.gz or .tgz file");
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(name.endsWith(".tar") ? file : new GzipCompressorInputStream(file))) {
            return fromTar(name, tar);
        }
    }

    private static List<RuleSource> fromTar(String archive, TarArchiveInputStream tar) throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries++;
            if (entries > MAX_ENTRIES || tar.getBytesRead() > MAX_UNPACKED) {
                throw new IOException(
                        archive + " holds more than " + MAX_ENTRIES + " entries or " + MAX_UNPACKED + " bytes");
            }
            if (entry.isFile() && RuleFolder.isRule(entry.getName())) {
                byte[] content = tar.readNBytes(RuleSource.MAX_BYTES + 1);
                sources.add(new RuleSource(archive + "!/" + entry.getName(), content));
            }
        }
        return sources;
    }
}
