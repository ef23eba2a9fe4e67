package vn.chieng.law.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A YAML node with its place. */
sealed interface Node {
    Position position();

    /** The node as one canonical text, for comparing two versions. */
    String text();

    /** A scalar; nothing is guessed about its type before somebody asks for one. */
    record Scalar(String value, Position position) implements Node {
        @Override
        public String text() {
            return value;
        }
    }

    /** A list. */
    record Items(List<Node> nodes, Position position) implements Node {
        @Override
        public String text() {
            return nodes.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A mapping, in the order of the file. */
    record Fields(List<Entry> entries, Position position) implements Node {
        @Override
        public String text() {
            return entries.stream()
                    .map(entry -> entry.key().value() + ": " + entry.value().text())
                    .collect(Collectors.joining("; ", "{", "}"));
        }

        @Nullable
        Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        /** The place of a key's value, or of the mapping where it is absent. */
        Position at(String key) {
            Node value = get(key);
            return value == null ? position : value.position();
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}
}
