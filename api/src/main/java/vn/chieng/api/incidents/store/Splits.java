package vn.chieng.api.incidents.store;

import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;

/** Makes an incident out of some signals of another; the caller holds its locks and sums both afterwards. */
@Component
final class Splits {
    private final JdbcClient jdbc;
    private final Families families;

    Splits(JdbcClient jdbc, Families families) {
        this.jdbc = jdbc;
        this.families = families;
    }

    /** The new incident stands where the old one does, with its T0; no signal but its own finds it by key. */
    long takeOut(Incident origin, Set<String> signals, Instant now) {
        String number = families.number(now);
        long id = jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, severity_decided,
                            state, entity_kind, entity_value, organization_ids, exercise_ids, tags, first_seen, last_seen,
                            detected_at, detections, evidence_count, evidence_full, assignee_id, assignee_name, changed_at,
                            search_text, group_id, techniques, tlp, pap, answers, law_pack, system_id, split_from)
                        select :number, left(incident_key, :kept) || '/split/' || :number, title_vi, title_en, level,
                            severity, severity_decided, state, entity_kind, entity_value, organization_ids, exercise_ids,
                            tags, first_seen, last_seen, detected_at, 0, 0, evidence_full, assignee_id, assignee_name,
                            clock_timestamp(), '', group_id, techniques, tlp, pap, answers, law_pack, system_id, id
                        from incidents where id = :origin returning id""")
                .param("number", number)
                .param("kept", SignalRows.NAME_KEPT)
                .param("origin", origin.id())
                .query(Long.class)
                .single();
        String[] chosen = signals.toArray(String[]::new);
        move("incident_signals", origin.id(), id, chosen);
        move("incident_evidence", origin.id(), id, chosen);
        jdbc.sql("insert into incident_rules select :to, rule_id, title_vi, title_en, author, level from incident_rules"
                        + " where incident_id = :from")
                .param("to", id)
                .param("from", origin.id())
                .update();
        return id;
    }

    private void move(String table, long from, long to, String[] signals) {
        jdbc.sql("update " + table + " set incident_id = :to where incident_id = :from and signal_id = any (:signals)")
                .param("to", to)
                .param("from", from)
                .param("signals", signals)
                .update();
    }
}
