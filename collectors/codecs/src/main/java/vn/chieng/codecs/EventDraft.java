package vn.chieng.codecs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;

/** An event in the making: what every codec sets, and what several set alike; not thread-safe. */
public final class EventDraft {
    /** The frame's exact bytes, where {@code event.original} cannot give them back. */
    public static final String ORIGINAL_BASE64 = "chieng.original.base64";
    /** How many times the device says it happened, where it says so. */
    public static final String EVENT_COUNT = "chieng.event.count";
    /** Further ahead of us a device's clock is not believed. */
    public static final Duration MAX_AHEAD = Duration.ofHours(24);

    private static final String UNREADABLE_DATASET = "chieng.unreadable";

    private final Event.Builder builder = new Event.Builder();
    private final FrameContext context;
    private final String original;
    private final @Nullable String base64;
    private final List<String> relatedIps = new ArrayList<>(2);
    private final List<String> relatedUsers = new ArrayList<>(2);
    private final List<String> relatedHosts = new ArrayList<>(2);
    private @Nullable Instant time;

    EventDraft(FrameContext context, String original, @Nullable String base64) {
        this.context = context;
        this.original = original;
        this.base64 = base64;
    }

    public FrameContext context() {
        return context;
    }

    /** Sets a field; null and empty text are ignored. */
    public EventDraft put(String path, @Nullable Object value) {
        if (value instanceof String text && text.isEmpty()) {
            return this;
        }
        builder.put(path, value);
        return this;
    }

    /** Sets a field, even to an empty text. */
    public EventDraft keep(String path, Object value) {
        builder.put(path, value);
        return this;
    }

    /** Sets a field only where none stands yet. */
    public EventDraft putIfAbsent(String path, @Nullable Object value) {
        return builder.get(path) == null ? put(path, value) : this;
    }

    /** Puts a map below a path, its names as they are, even with dots in them. */
    public EventDraft merge(String path, Map<String, ? extends @Nullable Object> values) {
        builder.merge(path, values);
        return this;
    }

    public EventDraft remove(String path) {
        builder.remove(path);
        return this;
    }

    public @Nullable Object get(String path) {
        return builder.get(path);
    }

    /** The device's time; without one the event gets the time of receipt. */
    public EventDraft time(@Nullable Instant value) {
        time = value == null ? time : value;
        return this;
    }

    /** The device's time, unless a better one is known. */
    public EventDraft timeIfAbsent(@Nullable Instant value) {
        return time == null ? time(value) : this;
    }

    public EventDraft dataset(String module, String dataset) {
        return put(Ecs.EVENT_MODULE, module).put(Ecs.EVENT_DATASET, dataset);
    }

    /** The three levels of classification and what was done; {@code outcome} may be null. */
    public EventDraft classify(String action, @Nullable String outcome, List<String> categories, List<String> types) {
        return put(Ecs.EVENT_ACTION, action)
                .put(Ecs.EVENT_OUTCOME, outcome)
                .put(Ecs.EVENT_CATEGORY, categories)
                .put(Ecs.EVENT_TYPE, types);
    }

    public EventDraft user(@Nullable String name) {
        put(Ecs.USER_NAME, name);
        return relatedUser(name);
    }

    public EventDraft effectiveUser(@Nullable String name) {
        put(Ecs.USER_EFFECTIVE_NAME, name);
        return relatedUser(name);
    }

    /** Where something came from: an address goes to {@code source.ip} too, a name to {@code source.domain}. */
    public EventDraft source(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return this;
        }
        put(Ecs.SOURCE_ADDRESS, address);
        String ip = IpAddresses.normalized(address);
        if (ip == null) {
            put("source.domain", address);
            return relatedHost(address);
        }
        put(Ecs.SOURCE_IP, ip);
        return relatedIp(ip);
    }

    public EventDraft sourcePort(int port) {
        return port >= 0 ? put(Ecs.SOURCE_PORT, port) : this;
    }

    /** The host an event happened on. */
    public EventDraft host(@Nullable String name) {
        put(Ecs.HOST_NAME, name).put(Ecs.HOST_HOSTNAME, name);
        String ip = name == null ? null : IpAddresses.normalized(name);
        if (ip != null) {
            put(Ecs.HOST_IP, List.of(ip));
        }
        return relatedHost(name);
    }

    public EventDraft relatedUser(@Nullable String name) {
        return relate(relatedUsers, name);
    }

    public EventDraft relatedIp(@Nullable String ip) {
        return relate(relatedIps, ip);
    }

    public EventDraft relatedHost(@Nullable String name) {
        return relate(relatedHosts, name);
    }

    /** The finished event; a device's clock too far ahead makes it a {@code pipeline_error}. */
    public Decoded finish() {
        if (time != null && time.isAfter(context.received().plus(MAX_AHEAD))) {
            String detail = "the device's time " + time + " is more than 24 hours ahead";
            time = null;
            return fail(Decoded.Reason.FUTURE_TIMESTAMP, detail);
        }
        stamp(Ecs.KIND_EVENT);
        return new Decoded.Read(builder.build());
    }

    /** The event as far as it was understood, and why not further. */
    public Decoded fail(Decoded.Reason reason, String detail) {
        builder.putIfAbsent(Ecs.EVENT_DATASET, UNREADABLE_DATASET);
        put(Ecs.ERROR_CODE, reason.code()).put(Ecs.ERROR_MESSAGE, detail);
        stamp(Ecs.KIND_PIPELINE_ERROR);
        return new Decoded.Unreadable(builder.build(), reason);
    }

    private void stamp(String kind) {
        String received = context.received().toString();
        builder.put(Ecs.TIMESTAMP, time == null ? received : time.toString());
        builder.put(Ecs.ECS_VERSION, Ecs.VERSION);
        if (kind.equals(Ecs.KIND_PIPELINE_ERROR) || builder.get(Ecs.EVENT_KIND) == null) {
            builder.put(Ecs.EVENT_KIND, kind);
        }
        builder.put(Ecs.EVENT_CREATED, received);
        builder.put(Ecs.EVENT_ORIGINAL, original);
        builder.put(ORIGINAL_BASE64, base64);
        related(Ecs.RELATED_IP, relatedIps);
        related(Ecs.RELATED_USER, relatedUsers);
        related(Ecs.RELATED_HOSTS, relatedHosts);
    }

    private void related(String path, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        List<@Nullable Object> all = new ArrayList<>();
        if (builder.get(path) instanceof List<?> already) {
            all.addAll(already);
        }
        values.stream().filter(value -> !all.contains(value)).forEach(all::add);
        builder.put(path, all);
    }

    private EventDraft relate(List<String> all, @Nullable String value) {
        if (value != null && !value.isEmpty() && !all.contains(value)) {
            all.add(value);
        }
        return this;
    }
}
