package vn.chieng.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out repository whose modules' target folders hold what the children run. */
public record Repository(Path root) {

    public Repository {
        root = root.toAbsolutePath().normalize();
    }

    /** Found by the system property {@code chieng.root}, else upwards from the working directory. */
    public static Repository find() {
        String given = System.getProperty("chieng.root");
        if (given != null) {
            return new Repository(Path.of(given));
        }
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("collectors"))
                    && Files.isDirectory(folder.resolve("deploy"))
                    && Files.exists(folder.resolve("pom.xml"))) {
                return new Repository(folder);
            }
        }
        throw new IllegalStateException("no Chiêng repository at or above " + start + "; set -Dchieng.root");
    }

    /** A module's own jar and then its run-time class path, as its last build wrote them. */
    public List<Path> classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        Path file = target.resolve("process.classpath");
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: run `mvn package` first");
        }
        try {
            List<Path> classPath = new ArrayList<>();
            classPath.add(ownJar(target));
            Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                    .filter(entry -> !entry.isEmpty())
                    .map(Path::of)
                    .forEach(classPath::add);
            return List.copyOf(classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ownJar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException(
                        target + " holds " + jars.size() + " jars instead of one: run `mvn clean package`");
            }
            return jars.getFirst();
        }
    }
}
