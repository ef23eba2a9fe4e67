package vn.chieng.codecs.ecs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.Times;
import vn.chieng.event.Ecs;

/** Copies the members of a JSON object into a draft: dotted names nested, reserved names left out, within limits. */
public final class EcsDocument {
    /** Most fields of one event; OpenSearch refuses documents that add more to an index. */
    public static final int MAX_FIELDS = 1_000;
    /** Deepest nesting of one event; OpenSearch refuses deeper documents. */
    public static final int MAX_DEPTH = 20;

    /** Set by intake or by us, never by what a device writes. */
    private static final Set<String> RESERVED = Set.of("organization", "chieng");

    private static final Set<String> RESERVED_FIELDS =
            Set.of(Ecs.EVENT_ID, Ecs.EVENT_CREATED, Ecs.EVENT_ORIGINAL, Ecs.ECS_VERSION, Ecs.EVENT_SEQUENCE);
    /** Objects of ECS: a plain value in their place would make the index refuse the document. */
    private static final Set<String> OBJECTS = Set.of(
            "agent",
            "as",
            "client",
            "cloud",
            "container",
            "data_stream",
            "destination",
            "device",
            "dll",
            "dns",
            "ecs",
            "email",
            "error",
            "event",
            "faas",
            "file",
            "geo",
            "group",
            "hash",
            "host",
            "http",
            "labels",
            "log",
            "network",
            "observer",
            "orchestrator",
            "package",
            "process",
            "registry",
            "related",
            "rule",
            "server",
            "service",
            "source",
            "threat",
            "tls",
            "url",
            "user",
            "user_agent",
            "vlan",
            "vulnerability",
            "winlog");

    private static final long FIRST_MILLISECOND = 100_000_000_000L;

    private final EventDraft draft;
    private int fields;
    private int deepest;

    private EcsDocument(EventDraft draft) {
        this.draft = draft;
    }

    /** Copies what is allowed; the reason where the document is beyond the limits or its time is none. */
    public static Decoded.@Nullable Reason copy(EventDraft draft, Map<String, ? extends @Nullable Object> members) {
        EcsDocument document = new EcsDocument(draft);
        document.copyBelow("", members, 0);
        if (document.deepest > MAX_DEPTH) {
            return Decoded.Reason.TOO_DEEP;
        }
        if (document.fields > MAX_FIELDS) {
            return Decoded.Reason.TOO_MANY_FIELDS;
        }
        asList(draft, Ecs.EVENT_CATEGORY);
        asList(draft, Ecs.EVENT_TYPE);
        Object time = draft.get(Ecs.TIMESTAMP);
        Instant instant = instant(draft, time);
        draft.time(instant);
        return time == null || instant != null ? null : Decoded.Reason.BAD_TIMESTAMP;
    }

    /** What stands in {@code error.message} for a reason given by {@link #copy}. */
    public static String describe(Decoded.Reason reason) {
        return switch (reason) {
            case TOO_DEEP -> "nested deeper than " + MAX_DEPTH;
            case TOO_MANY_FIELDS -> "more than " + MAX_FIELDS + " fields";
            default -> "@timestamp is not a time";
        };
    }

    private static void asList(EventDraft draft, String path) {
        if (draft.get(path) instanceof String single) {
            draft.put(path, List.of(single));
        }
    }

    private void copyBelow(String parent, Map<?, ?> members, int depth) {
        deepest = Math.max(deepest, depth);
        if (deepest > MAX_DEPTH) {
            return;
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = valid(String.valueOf(member.getKey()));
            String path = parent.isEmpty() ? name : parent + "." + name;
            if (!isReserved(path)) {
                copyValue(path, member.getValue(), depth + 1 + dots(name));
            }
        }
    }

    private void copyValue(String path, @Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> inner) {
            copyBelow(path, inner, depth);
            return;
        }
        deepest = Math.max(deepest, depth);
        fields++;
        if (fields > MAX_FIELDS || deepest > MAX_DEPTH || value == null) {
            return;
        }
        if (OBJECTS.contains(path)) {
            draft.put(path.equals("host") ? Ecs.HOST_NAME : "labels." + path, plain(value));
        } else if (path.equals(Ecs.MESSAGE)) {
            draft.put(path, plain(value));
        } else {
            draft.keep(path, value);
        }
    }

    private static String plain(Object value) {
        return value instanceof List<?> list && list.size() == 1 ? String.valueOf(list.getFirst()) : value.toString();
    }

    private static boolean isReserved(String path) {
        int dot = path.indexOf('.');
        return RESERVED.contains(dot < 0 ? path : path.substring(0, dot)) || RESERVED_FIELDS.contains(path);
    }

    /** A name without empty parts, which an index would refuse. */
    private static String valid(String name) {
        boolean bad = name.isBlank() || name.startsWith(".") || name.endsWith(".") || name.contains("..");
        return bad ? "_" + name.replace('.', '_') : name;
    }

    private static int dots(String name) {
        return (int) name.chars().filter(each -> each == '.').count();
    }

    /** ISO 8601, or a number of seconds or milliseconds since 1970. */
    private static @Nullable Instant instant(EventDraft draft, @Nullable Object time) {
        try {
            return switch (time) {
                case String text -> Times.parse(text, draft.context().zone());
                case Integer seconds -> Instant.ofEpochSecond(seconds);
                case Long number when number < FIRST_MILLISECOND -> Instant.ofEpochSecond(number);
                case Long number -> Instant.ofEpochMilli(number);
                case Number fraction -> Instant.ofEpochMilli((long) (fraction.doubleValue() * 1_000));
                case null, default -> null;
            };
        } catch (DateTimeException e) { // a number beyond all years
            return null;
        }
    }
}
