package vn.chieng.codecs.windows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** Reads what the document, whose fields the draft already holds, says under {@code winlog}. */
final class WinlogbeatJson {
    private WinlogbeatJson() {}

    static @Nullable WindowsRecord read(EventDraft draft) {
        Object number = draft.get(Ecs.WINLOG_EVENT_ID);
        Long id = Values.number(number == null ? draft.get(Ecs.EVENT_CODE) : number);
        if (id == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        add(data, draft.get(Ecs.WINLOG_EVENT_DATA));
        add(data, draft.get("winlog.user_data"));
        return new WindowsRecord(
                id,
                Values.text(draft.get(Ecs.WINLOG_CHANNEL)),
                Values.text(draft.get(Ecs.WINLOG_PROVIDER_NAME)),
                Values.text(draft.get(Ecs.WINLOG_COMPUTER_NAME)),
                Values.number(draft.get(Ecs.WINLOG_RECORD_ID)),
                null,
                null,
                null,
                data,
                Map.of());
    }

    private static void add(Map<String, Object> data, @Nullable Object more) {
        Values.map(more).forEach((name, value) -> {
            if (value != null) {
                data.putIfAbsent(Values.name(name), value);
            }
        });
    }
}
