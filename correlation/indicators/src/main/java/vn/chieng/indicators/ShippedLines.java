package vn.chieng.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lists that ship with the matcher: one thing a line, {@code #} begins a comment. */
final class ShippedLines {
    private ShippedLines() {}

    static Stream<String> of(String name) {
        String resource = "/indicators/" + name;
        try (InputStream in = Objects.requireNonNull(ShippedLines.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
