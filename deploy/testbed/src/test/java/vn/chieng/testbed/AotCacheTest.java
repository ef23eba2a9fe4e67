package vn.chieng.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final int KILLED = 128 + 9;

    @TempDir
    Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void jar() throws IOException {
        jar = Files.writeString(folder.resolve("some.jar"), "one");
    }

    @Test
    void aCacheWrittenByAProperEndIsUsedNextTime() throws IOException {
        write(train());
        assertThat(flag(train().command(), "-XX:AOTCache=")).isNotEmpty();
        assertThat(flag(cache(AotCache.Training.OFF).launch(command()).command(), "-XX:AOTCache="))
                .isNotEmpty();
    }

    @Test
    void aCacheCutShortByAKillIsThrownAway() throws IOException {
        AotCache.Launch launch = train();
        Files.writeString(output(launch), "half");
        launch.afterExit().accept(KILLED);

        assertThat(caches()).isEmpty();
    }

    @Test
    void aChangedJarMakesANewCacheThatReplacesTheOldOne() throws IOException {
        write(train());
        Files.writeString(jar, "another");
        AotCache.Launch launch = train();

        assertThat(flag(launch.command(), "-XX:AOTCache=")).isEmpty();
        write(launch);
        assertThat(caches()).hasSize(1);
    }

    @Test
    void withoutTrainingAndWithoutACacheTheCommandIsUnchanged() {
        assertThat(cache(AotCache.Training.OFF).launch(command()).command())
                .isEqualTo(command().line());
    }

    @Test
    void filesOfRunsThatEndedUnseenAreRemoved() throws IOException {
        Files.createDirectories(folder.resolve("aot"));
        Files.writeString(folder.resolve("aot/Main-0123.aot.unfinished-4194999.config"), "half");
        train();

        assertThat(caches()).isEmpty();
    }

    private AotCache.Launch train() {
        return cache(AotCache.Training.ON).launch(command());
    }

    private AotCache cache(AotCache.Training training) {
        return new AotCache(folder.resolve("aot"), training);
    }

    private JavaCommand command() {
        return new JavaCommand("some.Main", List.of(jar), List.of(), List.of());
    }

    private static void write(AotCache.Launch launch) throws IOException {
        Files.writeString(output(launch), "whole");
        launch.afterExit().accept(0);
    }

    private static Path output(AotCache.Launch launch) {
        return Path.of(flag(launch.command(), "-XX:AOTCacheOutput=").getFirst());
    }

    private static List<String> flag(List<String> command, String start) {
        return command.stream()
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .toList();
    }

    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("aot"))) {
            return files.toList();
        }
    }
}
