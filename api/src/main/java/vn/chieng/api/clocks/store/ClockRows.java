package vn.chieng.api.clocks.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.ClockStore.Listed;
import vn.chieng.api.clocks.ClockStore.LogLine;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.clocks.file.Warning;
import vn.chieng.law.pack.PackVersion;

/** Between rows and clocks. */
@Component
final class ClockRows {
    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(long incidentId, String clock) {}

    /** A row of the list before its clock is read. */
    record Entry(
            long incidentId,
            String clock,
            String number,
            String titleVi,
            String titleEn,
            String severity,
            List<String> organizationIds,
            boolean drill) {

        Listed with(LegalClock found) {
            return new Listed(incidentId, number, titleVi, titleEn, severity, organizationIds, drill, found);
        }
    }

    static Entry entry(ResultSet row, Scope scope) throws SQLException {
        return new Entry(
                row.getLong("incident_id"),
                row.getString("clock"),
                row.getString("number"),
                row.getString("title_vi"),
                row.getString("title_en"),
                row.getString("severity"),
                Stream.of((String[]) row.getArray("organization_ids").getArray())
                        .filter(scope::covers)
                        .toList(),
                ((String[]) row.getArray("exercise_ids").getArray()).length > 0);
    }

    Map<Long, List<LegalClock>> of(Collection<Long> incidents) {
        Long[] ids = incidents.toArray(Long[]::new);
        Map<Key, List<Warning>> warnings = new HashMap<>();
        jdbc.sql("select * from incident_clock_warnings where incident_id = any (?) order by percent")
                .param(ids)
                .query(row -> {
                    warnings.computeIfAbsent(key(row), _ -> new ArrayList<>())
                            .add(new Warning(
                                    row.getInt("percent"), instant(row, "at"), instantOrNull(row, "given_at")));
                });
        Map<Key, Sending> first = new HashMap<>();
        Map<Key, Sending> closing = new HashMap<>();
        jdbc.sql("select * from incident_clock_sendings where incident_id = any (?)")
                .param(ids)
                .query(row -> {
                    (row.getBoolean("closing") ? closing : first).put(key(row), sending(row));
                });
        Map<Long, List<LegalClock>> clocks = new HashMap<>();
        jdbc.sql("select * from incident_clocks where incident_id = any (?) order by due_at, clock")
                .param(ids)
                .query(row -> {
                    Key key = key(row);
                    clocks.computeIfAbsent(key.incidentId(), _ -> new ArrayList<>())
                            .add(new LegalClock(
                                    key.clock(),
                                    new PackVersion(row.getString("pack"), row.getString("pack_version")),
                                    LegalClock.State.valueOf(row.getString("state")),
                                    instant(row, "from_at"),
                                    instant(row, "due_at"),
                                    warnings.getOrDefault(key, List.of()),
                                    first.get(key),
                                    closing.get(key)));
                });
        return clocks;
    }

    List<Listed> listed(List<Entry> entries) {
        Map<Long, List<LegalClock>> clocks =
                of(entries.stream().map(Entry::incidentId).distinct().toList());
        return entries.stream()
                .flatMap(entry -> clocks.getOrDefault(entry.incidentId(), List.of()).stream()
                        .filter(clock -> clock.id().equals(entry.clock()))
                        .map(entry::with))
                .toList();
    }

    static LogLine line(ResultSet row, int number) throws SQLException {
        return new LogLine(
                instant(row, "at"),
                new ClockChange(
                        row.getString("clock"),
                        ClockChange.Kind.valueOf(row.getString("kind")),
                        instantOrNull(row, "old_at"),
                        instantOrNull(row, "new_at")),
                row.getString("actor_name"),
                row.getString("reason"));
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                instant(row, "sent_at"),
                row.getString("sent_by"),
                row.getString("recipient"),
                row.getString("channel"),
                row.getString("number"),
                row.getString("proof"),
                row.getBoolean("preliminary"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("incident_id"), row.getString("clock"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
