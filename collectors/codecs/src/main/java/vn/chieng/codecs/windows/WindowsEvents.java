package vn.chieng.codecs.windows;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.Times;
import vn.chieng.event.Ecs;

/** Describes a Windows event in ECS: the same names whoever sent it, and what {@code events.table} knows of its meaning. */
public final class WindowsEvents {
    private static final EventTable TABLE = EventTable.load();

    private WindowsEvents() {}

    /** Adds the event in whatever form it has; false, and nothing added, where it is no Windows event. */
    public static boolean describe(EventDraft draft, Map<String, ? extends @Nullable Object> fields) {
        Shape shape = Shape.of(fields);
        return shape != null && describe(draft, shape, fields);
    }

    static boolean describe(EventDraft draft, Shape shape, Map<String, ? extends @Nullable Object> fields) {
        WindowsRecord event = switch (shape) {
            case WINLOGBEAT -> WinlogbeatJson.read(draft);
            case NXLOG -> NxlogJson.read(fields);
            case EVTX_JSON -> EvtxJson.read(fields);
        };
        if (event == null) {
            return false;
        }
        identify(draft, event);
        TABLE.describe(draft, event);
        return true;
    }

    private static void identify(EventDraft draft, WindowsRecord event) {
        draft.put(Ecs.WINLOG_EVENT_ID, event.eventId())
                .put(Ecs.WINLOG_CHANNEL, event.channel())
                .put(Ecs.WINLOG_PROVIDER_NAME, event.provider())
                .put(Ecs.WINLOG_COMPUTER_NAME, event.computer())
                .put(Ecs.WINLOG_RECORD_ID, event.recordId())
                .merge("winlog", event.rest())
                .merge(Ecs.WINLOG_EVENT_DATA, event.eventData())
                .put(Ecs.EVENT_CODE, Long.toString(event.eventId()))
                .put(Ecs.EVENT_PROVIDER, event.provider())
                .putIfAbsent(Ecs.MESSAGE, event.message());
        if (event.level() != null) {
            draft.putIfAbsent(Ecs.LOG_LEVEL, level(event.level()));
        }
        if (!(draft.get(Ecs.EVENT_DATASET) instanceof String)) {
            dataset(draft, event.log());
        }
        if (event.computer() != null && draft.get(Ecs.HOST_NAME) == null) {
            draft.host(event.computer());
        } else {
            draft.relatedHost(event.computer());
        }
        draft.time(timeOf(draft, event));
    }

    /** Sysmon's own time, in UTC, is better than one without zone. */
    private static @Nullable Instant timeOf(EventDraft draft, WindowsRecord event) {
        String text = event.time();
        String utc = event.utcTime();
        boolean better = utc != null && (text == null || Times.hasNoZone(text));
        Instant time = better ? Times.parse(utc, draft.context().zone()) : null;
        return time == null ? Times.parse(text, draft.context().zone()) : time;
    }

    /** Elastic's names: {@code system.security}, {@code windows.sysmon_operational}. */
    private static void dataset(EventDraft draft, String log) {
        switch (log) {
            case "security", "system", "application" -> draft.dataset("system", "system." + log);
            default -> draft.dataset("windows", "windows." + log);
        }
    }

    private static String level(String level) {
        return switch (level) {
            case "0", "4" -> "information";
            case "1" -> "critical";
            case "2" -> "error";
            case "3" -> "warning";
            case "5" -> "verbose";
            default -> level.toLowerCase(Locale.ROOT);
        };
    }
}
