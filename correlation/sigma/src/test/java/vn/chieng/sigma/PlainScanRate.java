package vn.chieng.sigma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Event;

/** Run by hand: how many Windows events of the corpus the plain scan takes a second, JSON not counted. */
final class PlainScanRate {
    private static final int ROUNDS = 4;

    private PlainScanRate() {}

    public static void main(String[] arguments) throws IOException {
        long begun = cpu();
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        System.out.printf("%d rules loaded in %d ms%n", rules.rules().size(), (cpu() - begun) / 1_000_000);
        List<Event> events = events(Corpus.require("logs/otrf-windows"));
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            long matches = 0;
            for (Event event : events) {
                matches += rules.match(event).size();
            }
            double seconds = (cpu() - start) / 1e9;
            System.out.printf(
                    "%d events, %d matches, %.0f events/s%n", events.size(), matches, events.size() / seconds);
        }
    }

    /** Time of this thread on a core, so that other work on the machine counts less. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Event> events(Path folder) throws IOException {
        List<Event> events = new ArrayList<>();
        List<Path> zips;
        try (Stream<Path> files = Files.walk(folder)) {
            zips = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        for (Path file : zips) {
            try (InputStream in = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    for (Map<String, @Nullable Object> document :
                            WindowsEvents.documents(new ByteArrayInputStream(zip.readAllBytes()))) {
                        events.add(WindowsEvents.fromFlat(document));
                    }
                }
            }
        }
        return events;
    }
}
