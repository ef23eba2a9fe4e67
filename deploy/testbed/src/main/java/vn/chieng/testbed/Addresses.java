package vn.chieng.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where the three servers are; the database is the one from which others can be made. */
record Addresses(String kafka, URI opensearch, Database postgresql) {

    private static final List<String> VARIABLES = List.of(
            "CHIENG_TEST_KAFKA",
            "CHIENG_TEST_OPENSEARCH",
            "CHIENG_TEST_POSTGRES_URL",
            "CHIENG_TEST_POSTGRES_USER",
            "CHIENG_TEST_POSTGRES_PASSWORD");

    /** All five variables, or none. */
    static Optional<Addresses> fromEnvironment(Map<String, String> environment) {
        List<String> missing = VARIABLES.stream()
                .filter(name -> !environment.containsKey(name))
                .toList();
        if (missing.size() == VARIABLES.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("servers for tests are named in the environment, but not by " + missing);
        }
        List<String> values = VARIABLES.stream().map(environment::get).toList();
        return Optional.of(of(values));
    }

    static Addresses read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(VARIABLES.stream().map(properties::getProperty).toList());
    }

    /** The file appears complete and readable by its owner alone. */
    void write(Path file) throws IOException {
        var properties = new Properties();
        List<String> values =
                List.of(kafka, opensearch.toString(), postgresql.url(), postgresql.user(), postgresql.password());
        for (int i = 0; i < values.size(); i++) {
            properties.setProperty(VARIABLES.get(i), values.get(i));
        }
        Path unfinished = Path.of(file + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(unfinished)) {
            properties.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Addresses of(List<String> values) {
        return new Addresses(
                values.get(0), URI.create(values.get(1)), new Database(values.get(2), values.get(3), values.get(4)));
    }
}
