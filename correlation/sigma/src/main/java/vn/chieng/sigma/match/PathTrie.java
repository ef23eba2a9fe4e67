package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.taxonomy.FieldPath;

/** The paths that rules look at, name by name; each has a number. */
public final class PathTrie {
    private final Node root = new Node();
    private final List<Integer> watched = new ArrayList<>();
    private int size;

    /** A name on the way to paths. */
    public static final class Node {
        private static final int NONE = -1;

        private final Map<String, Node> children = new HashMap<>();
        private RawNames names = RawNames.NONE;
        private int number = NONE;

        /** The same for a name that is still JSON, without its quotes. */
        public @Nullable Node child(byte[] json, int start, int end) {
            return names.get(json, start, end, this::child);
        }

        /** The node below a name, which may itself hold dots; null where no path goes there. */
        public @Nullable Node child(String name) {
            Node child = children.get(name);
            return child == null && name.indexOf('.') >= 0 ? dotted(name) : child;
        }

        private @Nullable Node dotted(String name) {
            Node node = this;
            int start = 0;
            for (int dot = name.indexOf('.'); node != null && dot >= 0; dot = name.indexOf('.', start)) {
                node = node.children.get(name.substring(start, dot));
                start = dot + 1;
            }
            return node == null ? null : node.children.get(name.substring(start));
        }

        /** Whether a path ends here. */
        public boolean isPath() {
            return number != NONE;
        }

        /** The number of the path that ends here. */
        public int number() {
            return number;
        }

        /** Whether paths go on from here. */
        public boolean leadsOn() {
            return !children.isEmpty();
        }
    }

    /** Numbers a path. */
    int add(FieldPath path) {
        Node node = root;
        for (String name : path.names()) {
            node = node.children.computeIfAbsent(name, _ -> new Node());
        }
        if (!node.isPath()) {
            node.number = size;
            size++;
        }
        return node.number;
    }

    /** Where paths begin. */
    public Node root() {
        return root;
    }

    /** Somebody wants to know whenever a value is at this path. */
    void watch(int number) {
        watched.add(number);
    }

    /** The numbers of the watched paths, in the order in which they were asked for. */
    List<Integer> watched() {
        return watched;
    }

    int size() {
        return size;
    }

    /** No path may be added any more. */
    void close() {
        close(root);
    }

    private static void close(Node node) {
        node.names = RawNames.of(node.children);
        node.children.values().forEach(PathTrie::close);
    }
}
