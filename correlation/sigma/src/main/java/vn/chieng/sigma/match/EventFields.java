package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.sigma.taxonomy.FieldPath;

/** An ECS event as the matcher sees it: nested objects, names with dots in them, and lists of objects. */
public final class EventFields implements EventView {
    /** Deeper than any codec reads. */
    static final int MAX_DEPTH = 1_000;

    private final Map<String, @Nullable Object> root;

    public EventFields(Event event) {
        this(event.fields());
    }

    /** Fields as maps, lists and scalars. */
    public EventFields(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    @Override
    public @Nullable Object value(FieldPath path) {
        Object current = root;
        for (String name : path.names()) {
            if (!(current instanceof Map<?, ?> map)) {
                return current == null ? null : scattered(path);
            }
            Object next = map.get(name);
            if (next == null) {
                return path.names().size() == 1 ? null : scattered(path);
            }
            current = next;
        }
        return current;
    }

    @Override
    public boolean has(FieldPath path) {
        return value(path) != null || hasKey(root, path.dotted());
    }

    @Override
    public void fill(FieldTable table) {
        table.walk(table.root(), root);
    }

    @Override
    public void keywords(Consumer<Object> leaves) {
        root.forEach((name, value) -> {
            if (!name.equals("chieng") && !name.equals("organization")) {
                hand(name, value, leaves, 0);
            }
        });
    }

    private static void hand(String path, @Nullable Object value, Consumer<Object> leaves, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case null -> {
                // nothing to look in
            }
            case Map<?, ?> map ->
                map.forEach((name, inner) -> hand(depth == 0 ? path + "." + name : "", inner, leaves, depth + 1));
            case List<?> list -> list.forEach(inner -> hand(path, inner, leaves, depth + 1));
            case String text when path.equals(Ecs.EVENT_ORIGINAL) && isStructured(text) -> {
                // its values are fields already, and its syntax is no part of the message
            }
            default -> leaves.accept(value);
        }
    }

    private static boolean isStructured(String text) {
        return text.startsWith("{") || text.startsWith("<Event");
    }

    /** The slow way: a name of the event may itself hold dots, and a list may hold the objects. */
    private @Nullable Object scattered(FieldPath path) {
        return find(root, path.dotted(), 0);
    }

    private static @Nullable Object find(Map<?, ?> map, String path, int depth) {
        Object direct = map.get(path);
        if (direct != null || depth > MAX_DEPTH) {
            return direct;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Object inner = map.get(path.substring(0, dot));
            Object found = inner == null ? null : inside(inner, path.substring(dot + 1), depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object inside(Object inner, String path, int depth) {
        if (inner instanceof Map<?, ?> map) {
            return find(map, path, depth);
        }
        if (inner instanceof List<?> list && depth <= MAX_DEPTH) {
            List<Object> found = new ArrayList<>();
            for (Object item : list) {
                Object value = item == null ? null : inside(item, path, depth + 1);
                if (value != null) {
                    found.add(value);
                }
            }
            return found.isEmpty() ? null : found;
        }
        return null;
    }

    private static boolean hasKey(Map<?, ?> map, String path) {
        if (map.containsKey(path)) {
            return true;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (map.get(path.substring(0, dot)) instanceof Map<?, ?> inner && hasKey(inner, path.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
