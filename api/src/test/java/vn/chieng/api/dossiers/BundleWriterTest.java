package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.api.dossiers.content.CanonicalBytes;

class BundleWriterTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 6, 30);
    private static final int LARGE = 48 * 1024 * 1024;
    private static final long MOST_ALLOCATED = 4L * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void aLargeFilePassesThroughWithoutBeingHeld() throws IOException {
        Path large = large();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        written("warm.zip", large);
        long before = threads.getCurrentThreadAllocatedBytes();
        written("large.zip", large);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
        assertThat(Files.size(folder.resolve("large.zip"))).isGreaterThan(LARGE);
    }

    @Test
    void theSameFilesGiveTheSameBytesAndTheHashOfTheWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "nội dung");
        String first = written("one.zip", file);
        assertThat(written("two.zip", file)).isEqualTo(first);
        byte[] bytes = Files.readAllBytes(folder.resolve("one.zip"));
        assertThat(Files.readAllBytes(folder.resolve("two.zip"))).isEqualTo(bytes);
        assertThat(CanonicalBytes.sha256(bytes)).isEqualTo(first);
    }

    @Test
    void aNameThatIsThereAlreadyIsNotWrittenTwice() throws IOException {
        byte[] content = "nội dung".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("twice.zip");
        try (BundleWriter bundle = new BundleWriter(file, TIME)) {
            bundle.add("files/a.txt", content);
            bundle.add("files/a.txt", content);
            assertThat(bundle.lines())
                    .containsExactly(
                            new BundleWriter.Line("files/a.txt", content.length, CanonicalBytes.sha256(content)));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(1);
        }
    }

    private String written(String name, Path content) throws IOException {
        try (BundleWriter bundle = new BundleWriter(folder.resolve(name), TIME)) {
            bundle.add("content", content);
            return bundle.finish();
        }
    }

    /** Of bytes that no zip makes smaller. */
    private Path large() throws IOException {
        Path file = folder.resolve("large");
        byte[] piece = new byte[1024 * 1024];
        var random = new Random(3);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < LARGE; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return file;
    }
}
