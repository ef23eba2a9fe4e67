package vn.chieng.intake.spool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.Transport;

class SpoolTest {
    private static final SpoolLimits LIMITS = limits(64 << 20, 4096);

    @TempDir
    Path directory;

    @Test
    void givesBackEveryPartOfAFrame() throws Exception {
        Frame frame = new Frame(
                Frames.SOURCE,
                Transport.HTTP,
                "10.0.0.7",
                Frames.RECEIVED,
                new BatchLine("ab12", "cd34", 7, true),
                new Fault(Fault.FRAME_TOO_LONG, "too long, dài quá"),
                new byte[] {0, -1, 10, 65});
        try (Spool spool = open(LIMITS)) {
            spool.append(frame);
            SpooledFrame read = readAll(spool, 1).getFirst();
            assertThat(read.frame()).usingRecursiveComparison().isEqualTo(frame);
        }
    }

    @Test
    void keepsIdAndSequenceOverRestarts() throws Exception {
        String id;
        try (Spool spool = open(LIMITS)) {
            id = spool.intakeId();
            appendAll(spool, "a", "b", "c");
        }
        try (Spool spool = open(LIMITS)) {
            assertThat(spool.intakeId()).isEqualTo(id);
            appendAll(spool, "d");
            assertThat(Frames.texts(readAll(spool, 4))).containsExactly("0 a", "1 b", "2 c", "3 d");
        }
    }

    @Test
    void goesOnFromTheCheckpointAndKeepsTheSequenceWhenAllWasShipped() throws Exception {
        try (Spool spool = open(LIMITS)) {
            appendAll(spool, "a", "b", "c");
            readAll(spool, 3);
            spool.shipped(3, 0);
        }
        try (Spool spool = open(LIMITS);
                SpoolReader reader = spool.reader()) {
            assertThat(reader.next()).isNull();
            appendAll(spool, "d");
            assertThat(Frames.texts(List.of(requireNonNull(reader.next())))).containsExactly("3 d");
        }
    }

    @Test
    void cutsATornEndOffWhereverTheDiskStopped() throws Exception {
        try (Spool spool = open(LIMITS)) {
            appendAll(spool, "first", "second", "third");
        }
        Path segment = files().segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        int entry = whole.length / 3;
        for (int length = 0; length < whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            files().removeOthers(segment);
            try (Spool spool = open(LIMITS)) {
                appendAll(spool, "next");
                List<String> expected = new ArrayList<>(Stream.of("0 first", "1 second", "2 third")
                        .limit(SegmentFiles.entriesWithin(whole, length))
                        .toList());
                expected.add(expected.size() + " next");
                assertThat(Frames.texts(readAll(spool, expected.size())))
                        .as("%d bytes of about %d an entry", length, entry)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void keepsTheReadableRestBehindASpoiltEntry() throws Exception {
        try (Spool spool = open(LIMITS)) {
            appendAll(spool, "first", "second", "third");
        }
        Path segment = files().segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[SegmentFiles.entrySize(bytes, 0) + 20] ^= 1;
        Files.write(segment, bytes);
        try (Spool spool = open(LIMITS)) {
            assertThat(spool.spoiltPlaces()).isEqualTo(1);
            appendAll(spool, "fourth");
            assertThat(Frames.texts(readAll(spool, 3))).containsExactly("0 first", "2 third", "3 fourth");
        }
    }

    @Test
    void losesNothingAndDoublesNoSequenceOverRandomAppendsAndRestarts() throws Exception {
        Random random = new Random(11);
        List<String> expected = new ArrayList<>();
        int shipped = 0;
        for (int round = 0; round < 20; round++) {
            try (Spool spool = open(LIMITS)) {
                for (int count = random.nextInt(40); count > 0; count--) {
                    String text = "x".repeat(random.nextInt(600)) + expected.size();
                    spool.append(Frames.frame(text));
                    expected.add(expected.size() + " " + text);
                }
                List<SpooledFrame> read = readAll(spool, expected.size() - shipped);
                assertThat(Frames.texts(read)).isEqualTo(expected.subList(shipped, expected.size()));
                int now = random.nextInt(read.size() + 1);
                spool.shipped(
                        shipped + now,
                        read.stream().limit(now).mapToLong(SpooledFrame::size).sum());
                shipped += now;
                assertThat(spool.unshippedBytes())
                        .isEqualTo(read.stream()
                                .skip(now)
                                .mapToLong(SpooledFrame::size)
                                .sum());
            }
        }
        assertThat(files().segments().size()).isGreaterThan(2);
    }

    @Test
    void numbersFramesOfManyThreadsWithoutAGap() throws Exception {
        int threads = 4;
        int each = 2000;
        AtomicInteger accepted = new AtomicInteger();
        try (Spool spool = open(limits(64 << 20, 1 << 20))) {
            List<Thread> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(Thread.ofPlatform().start(() -> {
                    for (int count = 0; count < each; count++) {
                        spool.append(Frames.frame(number + ":" + count), accepted::incrementAndGet);
                    }
                }));
            }
            for (Thread thread : running) {
                thread.join();
            }
            List<SpooledFrame> read = readAll(spool, threads * each);
            assertThat(read.stream().map(SpooledFrame::sequence).toList())
                    .isEqualTo(
                            LongStream.range(0, (long) threads * each).boxed().toList());
            for (int thread = 0; thread < threads; thread++) {
                String start = thread + ":";
                assertThat(read.stream().map(Frames::text).filter(text -> text.startsWith(start)))
                        .hasSize(each)
                        .first()
                        .isEqualTo(start + 0);
            }
            await().untilAsserted(() -> assertThat(accepted).hasValue(threads * each));
        }
    }

    @Test
    void slowsItsSendersWhileItIsFullAndReleasesThemWhenItDrains() throws Exception {
        try (Spool spool = open(limits(20_000, 4096))) {
            int appended = 0;
            while (spool.append(Frames.frame("y".repeat(500))) == Spool.Level.FLOWING) {
                appended++;
                assertThat(appended).isLessThan(1000);
            }
            AtomicBoolean released = new AtomicBoolean();
            spool.onceDrained(() -> released.set(true));
            List<SpooledFrame> read = readAll(spool, appended + 1);
            assertThat(released).isFalse();
            assertThat(spool.level()).isEqualTo(Spool.Level.ABOVE_HIGH_MARK);
            spool.shipped(
                    appended + 1L, read.stream().mapToLong(SpooledFrame::size).sum());
            assertThat(released).isTrue();
            assertThat(spool.level()).isEqualTo(Spool.Level.FLOWING);
        }
    }

    @Test
    void stopsAcceptingWhileTheDiskRefusesAndWritesAllWhenItNoLongerDoes() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        try (Spool spool = open(LIMITS)) {
            Path blocker = directory.resolve(Segment.fileName(0));
            Files.createDirectory(blocker);
            spool.append(Frames.frame("waits"), accepted::countDown);
            await().until(() -> !spool.writable());
            assertThat(spool.level()).isEqualTo(Spool.Level.ABOVE_HIGH_MARK);
            assertThat(accepted.getCount()).isEqualTo(1);
            Files.delete(blocker);
            accepted.await();
            assertThat(spool.writable()).isTrue();
            assertThat(Frames.texts(readAll(spool, 1))).containsExactly("0 waits");
        }
    }

    @Test
    void deletesShippedSegmentsBeyondWhatIsRetained() throws Exception {
        SpoolLimits small = new SpoolLimits(64 << 20, 2048, 1 << 20, Duration.ZERO, 1024, 5000, Duration.ofHours(1));
        try (Spool spool = open(small)) {
            for (int count = 0; count < 60; count++) {
                CountDownLatch accepted = new CountDownLatch(1);
                spool.append(Frames.frame("z".repeat(400)), accepted::countDown);
                accepted.await();
            }
            int before = files().segments().size();
            spool.checkpoint();
            assertThat(files().segments())
                    .as("nothing shipped, nothing deleted")
                    .hasSize(before);
            spool.shipped(60, 0);
            spool.checkpoint();
            assertThat(files().segments().size()).isBetween(2, 4);
        }
        try (Spool spool = open(small)) {
            appendAll(spool, "goes on");
            assertThat(Frames.texts(readAll(spool, 1))).containsExactly("60 goes on");
        }
    }

    @Test
    void isNotOpenedTwice() throws Exception {
        try (Spool spool = open(LIMITS)) {
            assertThat(spool.lag()).isZero();
            assertThatThrownBy(() -> open(LIMITS)).isInstanceOfAny(IOException.class, IllegalStateException.class);
        }
    }

    private SegmentFiles files() {
        return new SegmentFiles(directory);
    }

    private Spool open(SpoolLimits limits) throws IOException {
        return Spool.open(directory, limits, Clock.systemUTC(), () -> "intake-of-test", _ -> {});
    }

    private static SpoolLimits limits(long capacity, long segment) {
        return new SpoolLimits(
                capacity, segment, 4 << 20, Duration.ofMillis(1), 64 << 10, 1 << 20, Duration.ofHours(1));
    }

    private static void appendAll(Spool spool, String... texts) throws InterruptedException {
        CountDownLatch accepted = new CountDownLatch(texts.length);
        for (String text : texts) {
            spool.append(Frames.frame(text), accepted::countDown);
        }
        accepted.await();
    }

    private static List<SpooledFrame> readAll(Spool spool, int count) throws Exception {
        List<SpooledFrame> read = new ArrayList<>();
        try (SpoolReader reader = spool.reader()) {
            while (read.size() < count) {
                @Nullable SpooledFrame frame = reader.next();
                if (frame != null) {
                    read.add(frame);
                } else {
                    assertThat(spool.awaitReadable(reader.wanted(), 5000)).isTrue();
                }
            }
        }
        return read;
    }
}
