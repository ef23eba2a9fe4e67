package vn.chieng.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheIT {

    @TempDir
    Path folder;

    @Test
    void aJvmStartsWithTheCacheThatAnEarlierOneWrote() throws IOException {
        Path jar = jar();
        assertThat(run(jar, AotCache.Training.ON)).noneMatch(word -> word.startsWith("-XX:AOTCache="));
        assertThat(run(jar, AotCache.Training.OFF)).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    private List<String> run(Path jar, AotCache.Training training) {
        AotCache.Launch launch = new AotCache(folder.resolve("aot"), training)
                .launch(new JavaCommand(
                        Greeting.class.getName(), List.of(jar), List.of("-XX:+UseSerialGC"), List.of()));
        ChildProcess child = ChildProcess.start(new ProcessSpec(
                "greeting",
                launch.command(),
                folder,
                Map.of(),
                folder.resolve("log"),
                List.of(),
                Probe.none(),
                launch.afterExit()));
        assertThat(child.onExit().join()).isZero();
        return launch.command();
    }

    /** Only classes from jars can be kept in a cache. */
    private Path jar() throws IOException {
        Path jar = folder.resolve("greeting.jar");
        String entry = Greeting.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = Greeting.class.getResourceAsStream("/" + entry)) {
            if (in == null) {
                throw new IOException(entry + " is missing");
            }
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
