package vn.chieng.api.incidents.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Evidence;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** Writes a signal with its evidence and rules beside its incident; what is there already changes nothing. */
@Component
final class SignalRows {
    private static final int TITLE_KEPT = 300;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SignalRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Whether the signal is new or has grown. */
    boolean putSignal(long incidentId, Signal signal, Instant now) {
        RuleReference rule = signal.rule();
        return jdbc.sql("""
                        insert into incident_signals as s (signal_id, incident_id, rule_id, title_vi, title_en, author,
                            level, first_seen, last_seen, detections, applied_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (signal_id) do update set
                            first_seen = least(s.first_seen, excluded.first_seen),
                            last_seen = greatest(s.last_seen, excluded.last_seen),
                            detections = greatest(s.detections, excluded.detections),
                            applied_at = excluded.applied_at
                        where excluded.first_seen < s.first_seen or excluded.last_seen > s.last_seen
                            or excluded.detections > s.detections""")
                        .param(Columns.storable(signal.id()))
                        .param(incidentId)
                        .param(Columns.storable(rule.id()))
                        .param(title(rule.titleVi()))
                        .param(title(rule.titleEn()))
                        .param(title(rule.author()))
                        .param(rule.level().name())
                        .param(Columns.at(signal.firstSeen()))
                        .param(Columns.at(signal.lastSeen()))
                        .param(signal.detections())
                        .param(Columns.at(now))
                        .update()
                > 0;
    }

    int putEvidence(Incident incident, List<Evidence> evidence) {
        int room = IncidentStore.MAX_EVIDENCE - incident.evidenceCount();
        List<Object[]> rows = evidence.stream()
                .limit(Math.max(0, room))
                .map(line -> row(incident.id(), line))
                .toList();
        int added = 0;
        for (int count : batches.batchUpdate("""
                insert into incident_evidence (incident_id, event_id, index_name, occurred_at, created_at,
                    organization_id, source_id, dataset, host, user_name, source_ip, exercise_id, original, truncated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", rows)) {
            added += Math.max(0, count);
        }
        return added;
    }

    private static Object[] row(long incidentId, Evidence line) {
        return new Object[] {
            incidentId,
            Columns.storable(line.eventId()),
            Columns.storable(line.index()),
            Columns.at(line.timestamp()),
            Columns.at(line.created()),
            Columns.storable(line.organizationId()),
            Columns.storable(line.sourceId()),
            Columns.storable(line.dataset()),
            Columns.storableOrNull(line.host()),
            Columns.storableOrNull(line.user()),
            Columns.storableOrNull(line.sourceIp()),
            Columns.storableOrNull(line.exerciseId()),
            line.original().getBytes(StandardCharsets.UTF_8),
            line.truncated()
        };
    }

    void putRules(long incidentId, List<RuleReference> rules) {
        batches.batchUpdate(
                """
                insert into incident_rules (incident_id, rule_id, title_vi, title_en, author, level)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                rules.stream()
                        .map(rule -> new Object[] {
                            incidentId,
                            Columns.storable(rule.id()),
                            title(rule.titleVi()),
                            title(rule.titleEn()),
                            title(rule.author()),
                            rule.level().name()
                        })
                        .toList());
    }

    /** At most {@value #TITLE_KEPT} characters that PostgreSQL can hold. */
    static String title(String text) {
        String storable = Columns.storable(text);
        return storable.length() <= TITLE_KEPT ? storable : Columns.storable(storable.substring(0, TITLE_KEPT));
    }
}
