package vn.chieng.sigma;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assumptions;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.RuleSource;

/** Other people's rules and events; not part of the repository. */
final class Corpus {

    private Corpus() {}

    /** A file or folder of the corpus; skips the test, loudly, where there is none, and fails it where CI is set. */
    static Path require(String name) {
        Optional<Path> found = find().map(folder -> folder.resolve(name)).filter(Files::exists);
        if (found.isEmpty()) {
            String message =
                    "SKIPPED: no " + name + " in the folder that CHIENG_CORPUS names, nor in a shared/corpus above";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHIENG_CORPUS");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path corpus = folder.resolve("shared/corpus");
            if (Files.isDirectory(corpus)) {
                return Optional.of(corpus);
            }
        }
        return Optional.empty();
    }

    /** The rules of the SigmaHQ archive. */
    static List<RuleSource> sigmaHqRules() throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        try (InputStream file = Files.newInputStream(require("sigma/sigmahq-rules.tar.gz"));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GzipCompressorInputStream(new BufferedInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && RuleFolder.isRule(entry.getName())) {
                    sources.add(new RuleSource(entry.getName(), tar.readAllBytes()));
                }
            }
        }
        return sources;
    }

    /** The events of the Windows sets, in the order of their files. */
    static List<Event> windowsEvents() throws IOException {
        List<Event> events = new ArrayList<>();
        List<Path> zips;
        try (Stream<Path> files = Files.walk(require("logs/otrf-windows"))) {
            zips = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        for (Path file : zips) {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    WindowsEvents.documents(new ByteArrayInputStream(zip.readAllBytes()))
                            .forEach(document -> events.add(WindowsEvents.fromFlat(document)));
                }
            }
        }
        return events;
    }

    /** The first events of each Windows set, as the lines that were written. */
    static List<byte[]> windowsLines(int ofEach) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(require("logs/otrf-windows"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                    zip.getNextEntry();
                    new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("{"))
                            .limit(ofEach)
                            .forEach(line -> lines.add(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return lines;
    }

    /** The events of upstream's regression tests. */
    static List<Event> regressionEvents() throws IOException {
        List<Event> events = new ArrayList<>();
        Path folder = require("sigma");
        List<String> tests = Files.readAllLines(folder.resolve("regression-expected.csv"));
        for (String line : tests.subList(1, tests.size())) {
            try (InputStream in = Files.newInputStream(folder.resolve(line.split(",", -1)[2]))) {
                events.addAll(WindowsEvents.fromEvtxJson(in));
            }
        }
        return events;
    }
}
