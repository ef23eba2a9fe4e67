package vn.chieng.sigma;

import java.io.IOException;
import java.io.InputStream;
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
        long begun = System.nanoTime();
        RuleSet rules = RuleSet.load(Corpus.sigmaHqRules()).rules();
        System.out.printf("%d rules loaded in %d ms%n", rules.rules().size(), (System.nanoTime() - begun) / 1_000_000);
        List<Event> events = events(Corpus.require("logs/otrf-windows"));
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long matches = 0;
            for (Event event : events) {
                matches += rules.match(event).size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d events, %d matches, %.0f events/s%n", events.size(), matches, events.size() / seconds);
        }
    }

    private static List<Event> events(Path folder) throws IOException {
        List<Event> events = new ArrayList<>();
        List<Path> zips;
        try (Stream<Path> files = Files.walk(folder)) {
            zips = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        }
        for (Path file : zips) {
            try (InputStream in = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    for (Map<String, @Nullable Object> document :
                            WindowsEvents.documents(new java.io.ByteArrayInputStream(zip.readAllBytes()))) {
                        events.add(WindowsEvents.fromFlat(document));
                    }
                }
            }
        }
        return events;
    }
}
