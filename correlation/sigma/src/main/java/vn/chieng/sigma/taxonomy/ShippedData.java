package vn.chieng.sigma.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.YamlNode;
import vn.chieng.sigma.yaml.YamlReader;

/** Reads the tables that ship with the matcher; a mistake in one is a bug. */
final class ShippedData {
    private ShippedData() {}

    /** The items of a list that is the whole file. */
    static List<YamlNode> list(String resource) {
        Issues issues = new Issues(resource);
        List<YamlNode> documents;
        try (InputStream in = Objects.requireNonNull(ShippedData.class.getResourceAsStream(resource), resource)) {
            documents = YamlReader.read(in.readAllBytes(), issues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (issues.count() > 0) {
            throw new IllegalStateException(issues.found().toString());
        }
        return ((YamlNode.Sequence) documents.getFirst()).items();
    }

    static LogSource logSource(@Nullable YamlNode node) {
        return new LogSource(text(node, "category"), text(node, "product"), text(node, "service"));
    }

    static Map<String, List<String>> lists(@Nullable YamlNode node) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> lists.put(entry.key().text(), texts(entry.value())));
        }
        return lists;
    }

    /** A list of texts, or one. */
    static List<String> texts(@Nullable YamlNode node) {
        return switch (node) {
            case null -> List.of();
            case YamlNode.Scalar scalar -> List.of(scalar.text());
            case YamlNode.Sequence sequence ->
                sequence.items().stream()
                        .map(item -> ((YamlNode.Scalar) item).text())
                        .toList();
            case YamlNode.Mapping mapping -> throw new IllegalStateException("a map at " + mapping.position());
        };
    }

    private static @Nullable String text(@Nullable YamlNode node, String key) {
        YamlNode value = node == null ? null : node.get(key);
        return value instanceof YamlNode.Scalar scalar ? scalar.text() : null;
    }
}
