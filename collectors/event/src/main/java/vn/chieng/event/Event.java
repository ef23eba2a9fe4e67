package vn.chieng.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ECS document: nested objects, values are {@code String}, {@code Number}, {@code Boolean}, {@code null}, lists of
 * these, or maps again. Immutable; made by {@link Builder}.
 */
public record Event(Map<String, @Nullable Object> fields) {

    public Event {
        fields = Collections.unmodifiableMap(fields);
    }

    /** The value at a dotted path ({@code "source.ip"}), or null where there is none. */
    public @Nullable Object get(String path) {
        return find(fields, path);
    }

    /** The text at a dotted path, or null where there is none or it is not a text. */
    public @Nullable String text(String path) {
        return get(path) instanceof String text ? text : null;
    }

    /** A builder that starts with a copy of these fields. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.merge("", fields);
        return builder;
    }

    private static @Nullable Object find(Map<?, ?> map, String path) {
        Object direct = map.get(path);
        if (direct != null) {
            return direct;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (map.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = find(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Collects fields by dotted path; not thread-safe. */
    public static final class Builder {
        private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

        /**
         * Sets a field, replacing what stood there; a null value is ignored. A value that stands where an object is needed
         * gives way to the object.
         */
        public Builder put(String path, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            Map<String, @Nullable Object> map = root;
            int start = 0;
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
                map = child(map, path.substring(start, dot));
                start = dot + 1;
            }
            map.put(path.substring(start), value);
            return this;
        }

        /** Sets a field only where none stands yet. */
        public Builder putIfAbsent(String path, @Nullable Object value) {
            return get(path) == null ? put(path, value) : this;
        }

        /** Puts every entry of a (nested) map below a path; an empty path means the root. Keys are taken as they are. */
        public Builder merge(String path, Map<String, ? extends @Nullable Object> values) {
            Map<String, @Nullable Object> map = root;
            if (!path.isEmpty()) {
                for (String name : path.split("\\.", -1)) {
                    map = child(map, name);
                }
            }
            mergeInto(map, values);
            return this;
        }

        /** Removes the value at a dotted path, if any. */
        public Builder remove(String path) {
            int last = path.lastIndexOf('.');
            if (last < 0) {
                root.remove(path);
            } else if (get(path.substring(0, last)) instanceof Map<?, ?> map) {
                map.remove(path.substring(last + 1));
            }
            return this;
        }

        /** The value at a dotted path, or null. */
        public @Nullable Object get(String path) {
            return find(root, path);
        }

        /** The finished event; the builder must not be used afterwards. */
        public Event build() {
            return new Event(root);
        }

        private static void mergeInto(
                Map<String, @Nullable Object> target, Map<String, ? extends @Nullable Object> values) {
            values.forEach((name, value) -> {
                if (value instanceof Map<?, ?> nested) {
                    mergeInto(child(target, name), named(nested));
                } else {
                    target.put(name, value);
                }
            });
        }

        private static Map<String, @Nullable Object> named(Map<?, ?> map) {
            Map<String, @Nullable Object> named = LinkedHashMap.newLinkedHashMap(map.size());
            map.forEach((key, value) -> named.put(Objects.toString(key), value));
            return named;
        }

        @SuppressWarnings("unchecked") // every map below the root was made by this builder
        private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> map, String name) {
            if (map.get(name) instanceof Map<?, ?> existing) {
                return (Map<String, @Nullable Object>) existing;
            }
            Map<String, @Nullable Object> created = new LinkedHashMap<>();
            map.put(name, created);
            return created;
        }
    }
}
