package vn.chieng.api.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.AuditRecord;

/** The one line that an entry is: written once, hashed, and read again for showing. The layout is in {@code docs/formats/audit-file.md}. */
public final class EntryLine {
    /** No line is longer, in bytes. */
    public static final int LONGEST = 1 << 16;
    /** Days begin and end in Vietnam's time. */
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    /** The name of the process where it acts by itself. */
    public static final String PROCESS = "chieng";

    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_AGENT = 256;
    private static final int MOST_ORGANIZATIONS = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    /** Our own and not the process's: a setting of that one must not change what is hashed. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryLine() {}

    /** The day that an instant belongs to. */
    public static LocalDate day(Instant at) {
        return at.atOffset(ZONE).toLocalDate();
    }

    /** Writes the line of an entry at its place in the chain. */
    public static String written(long number, Instant at, String previous, EntryDraft draft) {
        AuditRecord record = draft.record();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("number", number);
        entry.put("day", day(at).toString());
        entry.put("previous", previous);
        entry.put("at", TIME.format(at.atOffset(ZONE)));
        entry.put("actor", actor(draft.by()));
        entry.put("action", record.action().code());
        entry.put("object", object(record));
        entry.put("before", EntryText.side(record.before()));
        entry.put("after", EntryText.side(record.after()));
        entry.put("reason", EntryText.fitOrNull(record.reason(), EntryText.LONGEST_VALUE));
        entry.put("request", request(draft.origin()));
        String line = JSON.writeValueAsString(entry);
        if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalStateException("an audit entry is longer than " + LONGEST + " bytes");
        }
        return line;
    }

    private static Map<String, @Nullable Object> actor(@Nullable SignedIn by) {
        Map<String, @Nullable Object> actor = new LinkedHashMap<>();
        actor.put("account", by == null || by.accountId() == 0 ? null : by.accountId());
        actor.put("name", by == null ? PROCESS : EntryText.fit(by.name(), LONGEST_NAME));
        actor.put("display", by == null ? PROCESS : EntryText.fit(by.displayName(), LONGEST_NAME));
        actor.put("role", by == null ? null : by.role().name());
        actor.put("assignment", by == null || by.assignmentId() == 0 ? null : by.assignmentId());
        actor.put("organization", by == null ? null : EntryText.fitOrNull(by.organizationId(), LONGEST_NAME));
        return actor;
    }

    private static Map<String, @Nullable Object> object(AuditRecord record) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", EntryText.fit(record.objectType(), LONGEST_NAME));
        object.put("id", EntryText.fit(record.objectId(), LONGEST_NAME));
        object.put("name", EntryText.fitOrNull(record.objectName(), LONGEST_NAME * 2));
        object.put(
                "organizations",
                new TreeSet<>(record.organizationIds())
                        .stream()
                                .limit(MOST_ORGANIZATIONS)
                                .map(id -> EntryText.fit(id, 80))
                                .toList());
        return object;
    }

    private static Map<String, @Nullable Object> request(EntryDraft.Origin origin) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("address", EntryText.fitOrNull(origin.address(), LONGEST_AGENT));
        request.put("agent", EntryText.fitOrNull(origin.agent(), LONGEST_AGENT));
        request.put("id", EntryText.fitOrNull(origin.requestId(), LONGEST_AGENT));
        return request;
    }

    /** The members of a line, as JSON has them. */
    private record Line(
            long number,
            String day,
            String previous,
            String at,
            LineActor actor,
            String action,
            LineObject object,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            @Nullable String reason,
            LineRequest request) {}

    private record LineActor(
            @Nullable Long account,
            String name,
            String display,
            @Nullable String role,
            @Nullable Long assignment,
            @Nullable String organization) {}

    private record LineObject(
            String type, String id, @Nullable String name, List<String> organizations) {}

    private record LineRequest(
            @Nullable String address,
            @Nullable String agent,
            @Nullable String id) {}

    /** Reads a line that {@link #written} wrote; refuses any other. */
    public static AuditEntry read(String line) {
        try {
            Line read = JSON.readValue(line, new TypeReference<>() {});
            LineActor actor = read.actor();
            LineObject object = read.object();
            return new AuditEntry(
                    read.number(),
                    LocalDate.parse(read.day()),
                    OffsetDateTime.parse(read.at(), TIME).toInstant(),
                    read.previous(),
                    Sha256.hex(line),
                    new AuditEntry.Actor(
                            actor.account(),
                            actor.name(),
                            actor.display(),
                            actor.role(),
                            actor.assignment(),
                            actor.organization()),
                    read.action(),
                    new AuditEntry.Subject(object.type(), object.id(), object.name(), object.organizations()),
                    read.before(),
                    read.after(),
                    read.reason(),
                    read.request().address(),
                    read.request().agent(),
                    read.request().id());
        } catch (JacksonException | java.time.DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException("not the line of an audit entry", e);
        }
    }
}
