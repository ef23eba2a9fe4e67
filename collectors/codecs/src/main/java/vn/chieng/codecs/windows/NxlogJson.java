package vn.chieng.codecs.windows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the flat form: what is not known to be of the envelope is the event's own data. */
final class NxlogJson {
    /** Members that NXLog, or a forwarder behind it, adds. */
    private static final Set<String> ENVELOPE = Set.of(
            "EventID",
            "Channel",
            "SourceName",
            "Hostname",
            "EventTime",
            "TimeCreated",
            "EventReceivedTime",
            "RecordNumber",
            "EventRecordID",
            "Severity",
            "SeverityValue",
            "Level",
            "Keywords",
            "Task",
            "Opcode",
            "OpcodeValue",
            "Version",
            "ProviderGuid",
            "ExecutionProcessID",
            "ExecutionThreadID",
            "ThreadID",
            "SourceModuleName",
            "SourceModuleType",
            "Message",
            "Category",
            "EventTypeOrignal",
            "@timestamp",
            "@version",
            "tags",
            "host",
            "port",
            "ActivityID");

    private NxlogJson() {}

    static @Nullable WindowsRecord read(Map<String, ? extends @Nullable Object> fields) {
        Long id = Values.number(fields.get("EventID"));
        if (id == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null && !ENVELOPE.contains(name)) {
                data.put(Values.name(name), value);
            }
        });
        Long record = Values.number(fields.get("RecordNumber"));
        return new WindowsRecord(
                id,
                Values.text(fields.get("Channel")),
                Values.text(fields.get("SourceName")),
                Values.text(fields.get("Hostname")),
                record == null ? Values.number(fields.get("EventRecordID")) : record,
                firstText(fields, "TimeCreated", "@timestamp", "EventTime", "EventReceivedTime"),
                Values.text(fields.get("Message")),
                firstText(fields, "Severity", "Level"),
                data,
                rest(fields));
    }

    private static @Nullable String firstText(Map<String, ? extends @Nullable Object> fields, String... names) {
        for (String name : names) {
            String text = Values.meaningful(fields.get(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static Map<String, Object> rest(Map<String, ? extends @Nullable Object> fields) {
        Map<String, Object> rest = new LinkedHashMap<>();
        put(rest, "provider_guid", fields.get("ProviderGuid"));
        put(rest, "version", Values.number(fields.get("Version")));
        put(rest, "task", firstText(fields, "Category", "Task"));
        put(rest, "opcode", firstText(fields, "Opcode", "OpcodeValue"));
        put(rest, "activity_id", fields.get("ActivityID"));
        String keywords = Values.text(fields.get("Keywords"));
        put(rest, "keywords", keywords == null ? null : List.of(keywords));
        Map<String, Object> process = new LinkedHashMap<>();
        put(process, "pid", Values.number(fields.get("ExecutionProcessID")));
        Long thread = Values.number(fields.get("ThreadID"));
        put(process, "thread", thread == null ? null : Map.of("id", thread));
        put(rest, "process", process.isEmpty() ? null : process);
        return rest;
    }

    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }
}
