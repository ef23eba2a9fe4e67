package vn.chieng.law.reading;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.pack.Citation;
import vn.chieng.law.pack.Inline;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.RefersTo;
import vn.chieng.law.pack.Rule;

/** Builds records from mappings: a component is a key, an unknown key is refused, a list may be absent, null must be allowed. */
final class RecordReader {
    private static final Pattern HUMP = Pattern.compile("([A-Z])");

    private final Issues issues;
    private final Places places;
    private final References references;
    private final ConditionReader conditions;
    private final SequencedMap<String, Rule> rules = new LinkedHashMap<>();
    private final SequencedMap<String, LawPack.Written> texts = new LinkedHashMap<>();
    private Node.Fields defaults;

    RecordReader(Issues issues, Places places, References references) {
        this.issues = issues;
        this.places = places;
        this.references = references;
        this.conditions = new ConditionReader(issues, places);
        this.defaults = new Node.Fields(List.of(), new Position("", 1, 1));
    }

    SequencedMap<String, Rule> rules() {
        return rules;
    }

    /** The text of everything that has an id, defaults included. */
    SequencedMap<String, LawPack.Written> texts() {
        return texts;
    }

    /** Reads a whole file; {@code defaults} stand in where a rule says nothing about its basis. */
    <T> @Nullable T read(Node.Fields file, Class<T> type, Node.Fields fileDefaults) {
        defaults = fileDefaults;
        return type.cast(record(file, type, type.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    private @Nullable Object record(Node node, Class<?> type, String section) {
        if (!(node instanceof Node.Fields fields)) {
            issues.add(node.position(), "a mapping is expected");
            return null;
        }
        refuseUnknown(fields, type);
        if (keys(type).contains("id") && fields.get("id") instanceof Node.Scalar id) {
            references.define(section, id.value(), id.position(), issues);
        }
        Object read = fill(fields, type);
        if (read != null) {
            places.put(read, fields);
            if (read instanceof Rule rule) {
                rules.put(rule.id(), rule);
            }
            if (fields.get("id") instanceof Node.Scalar id) {
                Node.Fields whole = read instanceof Rule ? withDefaults(fields) : fields;
                texts.put(id.value(), new LawPack.Written(section, whole.text()));
            }
        }
        return read;
    }

    private Node.Fields withDefaults(Node.Fields fields) {
        List<Node.Entry> entries = new ArrayList<>(fields.entries());
        defaults.entries().stream()
                .filter(entry -> fields.get(entry.key().value()) == null)
                .forEach(entries::add);
        return new Node.Fields(entries, fields.position());
    }

    private void refuseUnknown(Node.Fields fields, Class<?> type) {
        Set<String> known = keys(type);
        for (Node.Entry entry : fields.entries()) {
            if (!known.contains(entry.key().value())) {
                issues.add(
                        entry.key().position(), "unknown key \"" + entry.key().value() + "\"");
            }
        }
    }

    private static Set<String> keys(Class<?> type) {
        Set<String> keys = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                keys.addAll(keys(component.getType()));
            } else {
                keys.add(key(component));
            }
        }
        return keys;
    }

    static String key(RecordComponent component) {
        return HUMP.matcher(component.getName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }

    /** The record, or null when a part of it is wrong; every wrong part is among the issues. */
    private @Nullable Object fill(Node.Fields fields, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.isAnnotationPresent(Inline.class)) {
                arguments[i] = fill(withDefaults(fields), component.getType());
                complete &= arguments[i] != null;
                continue;
            }
            Node node = fields.get(key(component));
            arguments[i] = node == null ? absent(component) : value(node, component.getAnnotatedType(), key(component));
            if (arguments[i] == null && (node != null || required(component))) {
                complete = false;
                if (node == null) {
                    issues.add(fields.position(), "the key \"" + key(component) + "\" is missing");
                }
            }
        }
        return complete ? construct(type, components, arguments, fields) : null;
    }

    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object absent(RecordComponent component) {
        if (component.getType() == List.class) {
            return List.of();
        }
        return component.getType() == boolean.class ? Boolean.FALSE : null;
    }

    private @Nullable Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] arguments, Node.Fields fields) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                issues.add(fields.position(), String.valueOf(refusal.getMessage()));
                return null;
            }
            throw new IllegalStateException(type + " failed on valid components", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made from a file", e);
        }
    }

    private @Nullable Object value(Node node, AnnotatedType annotated, String key) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType && annotated instanceof AnnotatedParameterizedType list) {
            return items(node, list.getAnnotatedActualTypeArguments()[0], key);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Condition.class) {
            return conditions.read(node).orElse(null);
        }
        return ScalarTypes.knows(raw) ? scalar(node, raw, annotated) : record(node, raw, key);
    }

    /** All records that can be read: a wrong one does not hide the others; of plain values, one wrong spoils the list. */
    private @Nullable Object items(Node node, AnnotatedType item, String key) {
        if (!(node instanceof Node.Items items)) {
            issues.add(node.position(), "a list is expected");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (Node child : items.nodes()) {
            Object value = value(child, item, key);
            if (value != null) {
                values.add(value);
            }
        }
        boolean plain = item.getType() instanceof Class<?> type && ScalarTypes.knows(type);
        return plain && values.size() < items.nodes().size() ? null : List.copyOf(values);
    }

    private @Nullable Object scalar(Node node, Class<?> type, AnnotatedType annotated) {
        if (!(node instanceof Node.Scalar scalar)) {
            issues.add(node.position(), "a single value is expected");
            return null;
        }
        try {
            Object value = ScalarTypes.parse(scalar.value(), type);
            RefersTo target = annotated.getAnnotation(RefersTo.class);
            if (target != null) {
                references.refer(scalar.value(), target.value(), scalar.position());
            }
            if (value instanceof Citation citation) {
                references.refer(citation.instrument(), new String[] {"instruments"}, scalar.position());
            }
            return value;
        } catch (IllegalArgumentException e) {
            issues.add(scalar.position(), String.valueOf(e.getMessage()));
            return null;
        }
    }
}
