package vn.chieng.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The class path that a process module's build wrote, the module's own jar first whether the build named it or not. */
final class ProcessClassPath {

    private ProcessClassPath() {}

    static List<Path> read(Path repository, String module) throws IOException {
        Path target = repository.resolve(module).resolve("target");
        Path file = target.resolve("process.classpath");
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing; build " + module + " first");
        }
        List<Path> entries = Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        if (entries.stream().anyMatch(entry -> entry.startsWith(target))) {
            return entries;
        }
        return Stream.concat(Stream.of(ownJar(target)), entries.stream()).toList();
    }

    private static Path ownJar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + target));
        }
    }
}
