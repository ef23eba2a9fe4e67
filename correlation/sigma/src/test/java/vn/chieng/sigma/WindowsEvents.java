package vn.chieng.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;

/** Windows events of the corpus in the shape in which our codecs make them, as far as the matcher looks at it. */
final class WindowsEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WindowsEvents() {}

    /** Events as the regression data hold them: {@code Event.System} and {@code Event.EventData}. */
    static List<Event> fromEvtxJson(InputStream in) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Map<String, @Nullable Object> document : documents(in)) {
            Map<?, ?> event = map(document.get("Event"));
            Map<?, ?> system = map(event.get("System"));
            Event.Builder builder = new Event.Builder()
                    .put(Ecs.WINLOG_CHANNEL, system.get("Channel"))
                    .put(Ecs.WINLOG_EVENT_ID, system.get("EventID"))
                    .put(Ecs.WINLOG_COMPUTER_NAME, system.get("Computer"))
                    .put(
                            Ecs.WINLOG_PROVIDER_NAME,
                            map(map(system.get("Provider")).get("#attributes")).get("Name"));
            map(event.get("EventData"))
                    .forEach((name, value) -> builder.put(
                            Ecs.WINLOG_EVENT_DATA + "." + name.toString().replace(" ", ""), value));
            events.add(builder.build());
        }
        return events;
    }

    /** Events as NXLog and the OTRF sets write them: everything side by side. */
    static Event fromFlat(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> data = new HashMap<>(fields);
        return new Event.Builder()
                .put(Ecs.WINLOG_CHANNEL, data.remove("Channel"))
                .put(Ecs.WINLOG_EVENT_ID, data.remove("EventID"))
                .put(Ecs.WINLOG_COMPUTER_NAME, data.remove("Hostname"))
                .put(Ecs.WINLOG_PROVIDER_NAME, data.remove("SourceName"))
                .put(Ecs.MESSAGE, data.remove("Message"))
                .merge(Ecs.WINLOG_EVENT_DATA, data)
                .build();
    }

    static List<Map<String, @Nullable Object>> documents(InputStream in) throws IOException {
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(in);
                MappingIterator<Map<String, @Nullable Object>> values =
                        JSON.readerForMapOf(Object.class).readValues(parser)) {
            values.forEachRemaining(documents::add);
        }
        return documents;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of("value", Objects.toString(value));
    }
}
