package vn.chieng.api.incidents.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Role;
import vn.chieng.api.incidents.Cause;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Escalation;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Pap;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;

/** Between rows and records. */
final class Columns {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private Columns() {}

    static Incident incident(ResultSet row, int number) throws SQLException {
        String closeReason = row.getString("close_reason");
        return new Incident(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title_vi"),
                row.getString("title_en"),
                Level.valueOf(row.getString("level")),
                Severity.valueOf(row.getString("severity")),
                IncidentState.valueOf(row.getString("state")),
                closeReason == null ? null : CloseReason.valueOf(closeReason),
                new Entity(Entity.Kind.valueOf(row.getString("entity_kind")), row.getString("entity_value")),
                texts(row, "organization_ids"),
                texts(row, "exercise_ids"),
                texts(row, "tags"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                instant(row, "detected_at"),
                row.getLong("detections"),
                row.getInt("evidence_count"),
                row.getBoolean("evidence_full"),
                wholeOrNull(row, "assignee_id"),
                row.getString("assignee_name"),
                row.getBoolean("severity_decided"),
                classification(row),
                new Cause(row.getString("cause"), row.getString("cause_unknown")),
                escalation(row),
                merged(row),
                wholeOrNull(row, "split_from"),
                row.getInt("version"),
                instant(row, "changed_at"));
    }

    private static Classification classification(ResultSet row) throws SQLException {
        return new Classification(
                row.getString("group_id"),
                texts(row, "techniques"),
                Tlp.valueOf(row.getString("tlp")),
                Pap.valueOf(row.getString("pap")),
                JSON.readValue(row.getString("answers"), ANSWERS),
                row.getString("law_pack"),
                row.getObject("system_id", UUID.class));
    }

    private static @Nullable Escalation escalation(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "escalated_at");
        return at == null
                ? null
                : new Escalation(
                        at,
                        wholeOrNull(row, "escalated_by"),
                        row.getString("escalated_by_name"),
                        row.getString("escalation_reason"));
    }

    private static Incident.@Nullable Merged merged(ResultSet row) throws SQLException {
        Long into = wholeOrNull(row, "merged_into");
        return into == null
                ? null
                : new Incident.Merged(
                        into,
                        IncidentState.valueOf(row.getString("state_before")),
                        Severity.valueOf(row.getString("severity_before")));
    }

    static @Nullable Long wholeOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static String json(Map<String, String> answers) {
        return JSON.writeValueAsString(answers);
    }

    static EvidenceLine evidence(ResultSet row, int number) throws SQLException {
        return new EvidenceLine(
                row.getString("event_id"),
                row.getString("index_name"),
                instant(row, "occurred_at"),
                instant(row, "created_at"),
                row.getString("organization_id"),
                row.getString("source_id"),
                row.getString("dataset"),
                row.getString("host"),
                row.getString("user_name"),
                row.getString("source_ip"),
                row.getString("exercise_id"),
                new String(row.getBytes("original"), StandardCharsets.UTF_8),
                row.getBoolean("truncated"));
    }

    static HistoryEntry history(ResultSet row, int number) throws SQLException {
        String role = row.getString("acted_as");
        return new HistoryEntry(
                instant(row, "at"),
                instantOrNull(row, "happened_at"),
                HistoryEntry.Kind.valueOf(row.getString("kind")),
                row.getString("actor_name"),
                role == null ? null : Role.valueOf(role),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("note"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** PostgreSQL's text holds neither U+0000 nor half a surrogate pair; both become the replacement character. */
    static String storable(String text) {
        String valid = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        boolean paired = valid.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        if (paired) {
            return valid;
        }
        var repaired = new StringBuilder(valid.length());
        valid.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    /** At most so many characters that PostgreSQL can hold: what an index must hold is bounded, whatever a log line says. */
    static String bounded(String text, int most) {
        return storable(text.length() <= most ? text : text.substring(0, most));
    }

    static @Nullable String boundedOrNull(@Nullable String text, int most) {
        return text == null ? null : bounded(text, most);
    }

    static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
