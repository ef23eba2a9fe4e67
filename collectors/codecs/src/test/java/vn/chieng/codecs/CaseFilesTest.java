package vn.chieng.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder {@code cases/<codec>/<case>} holds a frame and the event it must become. */
class CaseFilesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final FrameContext CONTEXT =
            new FrameContext(Instant.parse("2026-11-22T02:00:00Z"), FrameContext.DEFAULT_ZONE, "192.0.2.200", null);

    @TestFactory
    Stream<DynamicTest> everyFrameBecomesTheEventBesideIt() throws IOException {
        List<Path> frames;
        try (Stream<Path> all = Files.walk(CASES)) {
            frames = all.filter(path -> path.endsWith("input")).sorted().toList();
        }
        assertThat(frames).hasSizeGreaterThan(30);
        return frames.stream()
                .map(frame -> DynamicTest.dynamicTest(CASES.relativize(frame).toString(), () -> check(frame)));
    }

    private static void check(Path frame) throws IOException {
        Path expected = frame.resolveSibling("expected.json");
        String codec = CASES.relativize(frame).getName(0).toString();
        byte[] made = EventJson.write(Codecs.named(codec)
                .orElseThrow()
                .decode(withoutLineEnd(Files.readAllBytes(frame)), CONTEXT)
                .event());
        assertThat(EventJson.read(made)).isEqualTo(EventJson.read(Files.readAllBytes(expected)));
    }

    private static byte[] withoutLineEnd(byte[] file) {
        int length = file.length > 0 && file[file.length - 1] == '\n' ? file.length - 1 : file.length;
        return java.util.Arrays.copyOf(file, length);
    }
}
