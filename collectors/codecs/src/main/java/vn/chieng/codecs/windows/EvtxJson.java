package vn.chieng.codecs.windows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form that mirrors the XML of an event. */
final class EvtxJson {
    private static final String ATTRIBUTES = "#attributes";
    private static final String TEXT = "#text";

    private EvtxJson() {}

    static @Nullable WindowsRecord read(Map<String, ? extends @Nullable Object> fields) {
        Map<?, ?> event = fields.get("Event") instanceof Map<?, ?> inner ? inner : fields;
        Map<?, ?> system = Values.map(event.get("System"));
        Long id = Values.number(Values.alone(system.get("EventID")));
        if (id == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        collect(data, event.get("EventData"));
        for (Object part : Values.map(event.get("UserData")).values()) {
            collect(data, part);
        }
        Map<?, ?> provider = attributes(system.get("Provider"));
        return new WindowsRecord(
                id,
                Values.text(Values.alone(system.get("Channel"))),
                Values.text(provider.get("Name")),
                Values.text(Values.alone(system.get("Computer"))),
                Values.number(Values.alone(system.get("EventRecordID"))),
                Values.text(attributes(system.get("TimeCreated")).get("SystemTime")),
                Values.text(Values.map(event.get("RenderingInfo")).get("Message")),
                Values.text(Values.alone(system.get("Level"))),
                data,
                rest(system, provider));
    }

    private static Map<String, Object> rest(Map<?, ?> system, Map<?, ?> provider) {
        Map<String, Object> rest = new LinkedHashMap<>();
        put(rest, "provider_guid", provider.get("Guid"));
        put(rest, "version", Values.number(Values.alone(system.get("Version"))));
        put(rest, "task", Values.text(Values.alone(system.get("Task"))));
        put(rest, "opcode", Values.text(Values.alone(system.get("Opcode"))));
        put(rest, "activity_id", attributes(system.get("Correlation")).get("ActivityID"));
        Map<String, Object> process = new LinkedHashMap<>();
        Map<?, ?> execution = attributes(system.get("Execution"));
        put(process, "pid", Values.number(execution.get("ProcessID")));
        Long thread = Values.number(execution.get("ThreadID"));
        put(process, "thread", thread == null ? null : Map.of("id", thread));
        put(rest, "process", process.isEmpty() ? null : process);
        Object user = attributes(system.get("Security")).get("UserID");
        put(rest, "user", user == null ? null : Map.of("identifier", user));
        Object keywords = Values.alone(system.get("Keywords"));
        put(rest, "keywords", keywords == null ? null : List.of(keywords));
        return rest;
    }

    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }

    private static Map<?, ?> attributes(@Nullable Object element) {
        Map<?, ?> map = Values.map(element);
        return map.get(ATTRIBUTES) instanceof Map<?, ?> inner ? inner : map;
    }

    private static void collect(Map<String, Object> data, @Nullable Object element) {
        for (Map.Entry<?, ?> entry : Values.map(element).entrySet()) {
            String name = Values.name(entry.getKey());
            Object value = entry.getValue();
            if (name.equals("Data")) {
                collectData(data, value);
            } else if (!name.equals(ATTRIBUTES) && value != null) {
                Object plain = value instanceof Map<?, ?> map && map.containsKey(TEXT) ? map.get(TEXT) : value;
                put(data, name, plain);
            }
        }
    }

    /** {@code <Data>} elements: with a name each, or without, when they become {@code param1}, {@code param2} … */
    private static void collectData(Map<String, Object> data, @Nullable Object value) {
        Object texts = value instanceof Map<?, ?> map && map.get(TEXT) instanceof List<?> list ? list : value;
        List<?> elements = texts instanceof List<?> list ? list : java.util.Collections.singletonList(texts);
        int number = 0;
        for (Object element : elements) {
            number++;
            Object name = attributes(element).get("Name");
            put(data, name == null ? "param" + number : Values.name(name), Values.alone(element));
        }
    }
}
