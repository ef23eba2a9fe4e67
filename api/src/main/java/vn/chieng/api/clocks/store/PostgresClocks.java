package vn.chieng.api.clocks.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.ClockStore;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.clocks.file.Warning;
import vn.chieng.law.clocks.Moment;

@Component
final class PostgresClocks implements ClockStore {
    private static final String OPEN = """
            from incident_clocks c join incidents i on i.id = c.incident_id
            where (c.state = 'RUNNING' or c.closing_owed) and i.state <> 'MERGED'
                and (:organization::text is null or :organization = any (i.organization_ids))
                and (:overdue::timestamptz is null or (c.state = 'RUNNING' and c.due_at < :overdue))
                and\s""";

    private final JdbcClient jdbc;
    private final ClockRows rows;

    PostgresClocks(JdbcClient jdbc, ClockRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public boolean lock(long incidentId) {
        return jdbc.sql("select 1 from incidents where id = ? for update")
                .param(incidentId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public ClockFile file(long incidentId) {
        return new ClockFile(rows.of(List.of(incidentId)).getOrDefault(incidentId, List.of()));
    }

    @Override
    public void write(long incidentId, ClockFile file, List<LogLine> lines) {
        file.clocks().forEach(clock -> write(incidentId, clock));
        for (LogLine line : lines) {
            jdbc.sql("""
                            insert into incident_clock_log (incident_id, at, clock, kind, old_at, new_at, actor_name, reason)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(incidentId)
                    .param(ClockRows.at(line.at()))
                    .param(line.change().clock())
                    .param(line.change().kind().name())
                    .param(ClockRows.atOrNull(line.change().before()))
                    .param(ClockRows.atOrNull(line.change().after()))
                    .param(line.actor())
                    .param(line.reason())
                    .update();
        }
        jdbc.sql("update incidents set changed_at = greatest(clock_timestamp(), changed_at) where id = ?")
                .param(incidentId)
                .update();
        jdbc.sql("select pg_notify('chieng_incidents', ?)")
                .param("changed:" + incidentId)
                .query((_, _) -> 0)
                .list();
    }

    private void write(long incidentId, LegalClock clock) {
        jdbc.sql("""
                        insert into incident_clocks (incident_id, clock, pack, pack_version, state, from_at, due_at,
                            closing_owed)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (incident_id, clock) do update set pack = excluded.pack,
                            pack_version = excluded.pack_version, state = excluded.state, from_at = excluded.from_at,
                            due_at = excluded.due_at, closing_owed = excluded.closing_owed""")
                .param(incidentId)
                .param(clock.id())
                .param(clock.pack().pack())
                .param(clock.pack().version())
                .param(clock.state().name())
                .param(ClockRows.at(clock.from()))
                .param(ClockRows.at(clock.due()))
                .param(clock.awaitsClosing())
                .update();
        jdbc.sql("delete from incident_clock_warnings where incident_id = ? and clock = ?")
                .param(incidentId)
                .param(clock.id())
                .update();
        for (Warning warning : clock.warnings()) {
            jdbc.sql(
                            "insert into incident_clock_warnings (incident_id, clock, percent, at, given_at) values (?, ?, ?, ?, ?)")
                    .param(incidentId)
                    .param(clock.id())
                    .param(warning.percent())
                    .param(ClockRows.at(warning.at()))
                    .param(ClockRows.atOrNull(warning.given()))
                    .update();
        }
        write(incidentId, clock.id(), false, clock.sending());
        write(incidentId, clock.id(), true, clock.closing());
    }

    /** Proof is never overwritten. */
    private void write(long incidentId, String clock, boolean closing, @Nullable Sending sending) {
        if (sending == null) {
            return;
        }
        jdbc.sql("""
                        insert into incident_clock_sendings (incident_id, clock, closing, sent_at, sent_by, recipient,
                            channel, number, proof, preliminary)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(incidentId)
                .param(clock)
                .param(closing)
                .param(ClockRows.at(sending.at()))
                .param(sending.by())
                .param(sending.recipient())
                .param(sending.channel())
                .param(sending.number())
                .param(sending.proof())
                .param(sending.preliminary())
                .update();
    }

    @Override
    public Map<String, Moment> moments(long incidentId) {
        Map<String, List<Moment.Correction>> corrections = new HashMap<>();
        jdbc.sql("select * from incident_moment_corrections where incident_id = ? order by id")
                .param(incidentId)
                .query(row -> {
                    corrections
                            .computeIfAbsent(row.getString("event"), _ -> new ArrayList<>())
                            .add(new Moment.Correction(
                                    ClockRows.instant(row, "old_at"),
                                    ClockRows.instant(row, "new_at"),
                                    row.getString("reason"),
                                    row.getString("actor_name"),
                                    ClockRows.instant(row, "on_at")));
                });
        Map<String, Moment> moments = new HashMap<>();
        jdbc.sql("select event, at from incident_moments where incident_id = ?")
                .param(incidentId)
                .query(row -> {
                    String event = row.getString("event");
                    moments.put(
                            event,
                            new Moment(ClockRows.instant(row, "at"), corrections.getOrDefault(event, List.of())));
                });
        return moments;
    }

    @Override
    public void begin(long incidentId, String event, Instant at) {
        jdbc.sql(
                        "insert into incident_moments (incident_id, event, at) values (?, ?, date_trunc('minute', ?::timestamptz))"
                                + " on conflict do nothing")
                .param(incidentId)
                .param(event)
                .param(ClockRows.at(at))
                .update();
    }

    @Override
    public boolean correct(long incidentId, String event, Moment.Correction correction, @Nullable Long actor) {
        int changed = jdbc.sql("update incident_moments set at = ? where incident_id = ? and event = ? and at = ?")
                .param(ClockRows.at(correction.after()))
                .param(incidentId)
                .param(event)
                .param(ClockRows.at(correction.before()))
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("""
                        insert into incident_moment_corrections (incident_id, event, old_at, new_at, reason, actor_id,
                            actor_name, on_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(incidentId)
                .param(event)
                .param(ClockRows.at(correction.before()))
                .param(ClockRows.at(correction.after()))
                .param(correction.reason())
                .param(actor)
                .param(correction.by())
                .param(ClockRows.at(correction.on()))
                .update();
        return true;
    }

    @Override
    public List<LogLine> log(long incidentId, int limit) {
        return jdbc.sql("select * from incident_clock_log where incident_id = ? order by id desc limit ?")
                .param(incidentId)
                .param(limit)
                .query(ClockRows::line)
                .list();
    }

    @Override
    public List<Long> pending(Instant now, int limit) {
        return jdbc.sql("""
                        select c.incident_id from incident_clock_warnings w join incident_clocks c using (incident_id, clock)
                            join incidents i on i.id = c.incident_id
                        where w.given_at is null and w.at <= ? and c.state = 'RUNNING' and i.state <> 'MERGED'
                        group by c.incident_id order by min(w.at) limit ?""")
                .param(ClockRows.at(now))
                .param(limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Another's organisation is no way to learn what an incident concerns besides one's own. */
    private static boolean hidden(Query query, Scope scope) {
        String organization = query.organization();
        return organization != null && !scope.covers(organization);
    }

    @Override
    public List<Listed> open(Query query, Scope scope) {
        if (hidden(query, scope)) {
            return List.of();
        }
        return rows.listed(jdbc.sql(
                        "select c.incident_id, c.clock, i.number, i.title_vi, i.title_en, i.severity,"
                                + " i.organization_ids, i.exercise_ids " + OPEN + scope.overlaps("i.organization_ids")
                                + " order by c.state = 'RUNNING' desc, c.due_at, c.incident_id, c.clock limit :limit offset :offset")
                .param("organization", query.organization())
                .param("overdue", ClockRows.atOrNull(query.overdueAt()))
                .param("scope", scope.parameter())
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query((row, _) -> ClockRows.entry(row, scope))
                .list());
    }

    @Override
    public long countOpen(Query query, Scope scope) {
        if (hidden(query, scope)) {
            return 0;
        }
        return jdbc.sql("select count(*) " + OPEN + scope.overlaps("i.organization_ids"))
                .param("organization", query.organization())
                .param("overdue", ClockRows.atOrNull(query.overdueAt()))
                .param("scope", scope.parameter())
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> organizations(Scope scope) {
        return jdbc
                .sql("select distinct unnest(i.organization_ids) " + OPEN + scope.overlaps("i.organization_ids"))
                .param("organization", null)
                .param("overdue", null)
                .param("scope", scope.parameter())
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(scope::covers)
                .toList();
    }
}
