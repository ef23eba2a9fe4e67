package vn.chieng.codecs.windows;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which a Windows event comes as JSON. */
public enum Shape {
    /** ECS-like, with everything of Windows under {@code winlog}. */
    WINLOGBEAT,
    /** Flat: {@code EventID}, {@code Channel}, {@code Hostname} beside the names of the event's own data. */
    NXLOG,
    /** {@code {"Event":{"System":{…},"EventData":{…}}}}, attributes under {@code #attributes}. */
    EVTX_JSON;

    /** As the codec is called: {@code evtx-json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form these members have, or null where this is no Windows event. */
    public static @Nullable Shape of(Map<String, ? extends @Nullable Object> fields) {
        if (fields.get("winlog") instanceof Map<?, ?> || fields.containsKey("winlog.event_id")) {
            return WINLOGBEAT;
        }
        boolean wrapped = fields.get("Event") instanceof Map<?, ?> event && event.get("System") instanceof Map<?, ?>;
        boolean bare = fields.get("System") instanceof Map<?, ?> system && system.containsKey("EventID");
        if (wrapped || bare) {
            return EVTX_JSON;
        }
        boolean placed = fields.containsKey("Channel")
                || fields.containsKey("SourceName")
                || fields.containsKey("ProviderGuid")
                || fields.containsKey("SourceModuleType");
        return fields.containsKey("EventID") && placed ? NXLOG : null;
    }
}
