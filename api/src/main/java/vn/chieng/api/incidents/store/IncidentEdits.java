package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Cause;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Escalation;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.work.IncidentEditor;
import vn.chieng.api.incidents.work.WorkOutcome;

@Component
final class IncidentEdits implements IncidentEditor {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Clock clock;

    IncidentEdits(JdbcClient jdbc, TransactionTemplate transactions, IncidentLog log, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public WorkOutcome edit(long id, SignedIn by, Function<Incident, Decision> decide) {
        try {
            WorkOutcome outcome = transactions.execute(_ -> lock(id, by)
                    .map(current -> decided(current, decide.apply(current), by))
                    .orElseGet(WorkOutcome.Unknown::new));
            return ShownOutcome.of(Objects.requireNonNull(outcome), Reader.of(by));
        } catch (DuplicateKeyException e) {
            return find(id, by, "")
                    .<WorkOutcome>map(current -> new WorkOutcome.OpenElsewhere(current.shownTo(Reader.of(by))))
                    .orElseGet(WorkOutcome.Unknown::new);
        }
    }

    private WorkOutcome decided(Incident current, Decision decision, SignedIn by) {
        return switch (decision) {
            case Decision.Refused(WorkOutcome outcome) -> outcome;
            case Decision.Accepted accepted -> new WorkOutcome.Done(accepted(current, accepted, by));
        };
    }

    /** Within a running transaction, of a locked row: writes the row and everything that goes with a change. */
    Incident accepted(Incident current, Decision.Accepted accepted, SignedIn by) {
        Instant now = clock.instant();
        Incident stored = write(accepted.after());
        remember(current, stored, accepted, by, now);
        for (Trace trace : accepted.traces()) {
            log.add(current.id(), now, trace.kind(), by, trace.oldValue(), trace.newValue(), trace.note());
            audit.record(
                    by,
                    IncidentLog.about(trace.action(), current)
                            .changed(differing(current, stored), differing(stored, current))
                            .because(trace.note()));
        }
        log.announce(current.id(), false);
        log.publish(accepted.events().apply(stored));
        return stored;
    }

    private Incident write(Incident after) {
        Classification classification = after.classification();
        Cause cause = after.cause();
        Escalation escalation = after.escalation();
        CloseReason reason = after.closeReason();
        Incident.Merged merged = after.merged();
        return jdbc.sql("""
                        update incidents set state = ?, close_reason = ?, severity = ?, severity_decided = ?,
                            assignee_id = ?, assignee_name = ?, group_id = ?, techniques = ?, tlp = ?, pap = ?,
                            answers = ?::jsonb, law_pack = ?, system_id = ?, cause = ?, cause_unknown = ?,
                            escalated_at = ?, escalated_by = ?, escalated_by_name = ?, escalation_reason = ?,
                            merged_into = ?, state_before = ?, severity_before = ?,
                            version = version + 1, changed_at = greatest(clock_timestamp(), changed_at)
                        where id = ? returning *""")
                .param(after.state().name())
                .param(reason == null ? null : reason.name())
                .param(after.severity().name())
                .param(after.severityDecided())
                .param(after.assigneeId())
                .param(after.assigneeName())
                .param(Columns.storableOrNull(classification.group()))
                .param(classification.techniques().toArray(String[]::new))
                .param(classification.tlp().name())
                .param(classification.pap().name())
                .param(Columns.json(classification.answers()))
                .param(classification.lawPack())
                .param(classification.systemId())
                .param(Columns.storableOrNull(cause.known()))
                .param(Columns.storableOrNull(cause.unknownBecause()))
                .param(escalation == null ? null : Columns.at(escalation.at()))
                .param(escalation == null ? null : escalation.accountId())
                .param(escalation == null ? null : escalation.name())
                .param(escalation == null ? null : Columns.storable(escalation.reason()))
                .param(merged == null ? null : merged.into())
                .param(merged == null ? null : merged.stateBefore().name())
                .param(merged == null ? null : merged.severityBefore().name())
                .param(after.id())
                .query(Columns::incident)
                .single();
    }

    /** The stage entered, and what could be taken back now. */
    private void remember(Incident before, Incident stored, Decision.Accepted accepted, SignedIn by, Instant now) {
        boolean takenBack = before.state() == IncidentState.VERIFYING && stored.state() == IncidentState.NEW;
        if (takenBack) {
            jdbc.sql("delete from incident_stages where incident_id = ? and state = ?")
                    .param(before.id())
                    .param(before.state().name())
                    .update();
        } else if (stored.state() != before.state() && stored.state() != IncidentState.MERGED) {
            log.entered(before.id(), stored.state(), now);
        }
        if (!accepted.undoable()) {
            jdbc.sql("delete from incident_undo where incident_id = ?")
                    .param(before.id())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into incident_undo (incident_id, version, account_id, state, assignee_id, assignee_name,
                            escalated, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (incident_id) do update set version = excluded.version,
                            account_id = excluded.account_id, state = excluded.state,
                            assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name, escalated = excluded.escalated,
                            at = excluded.at""")
                .param(before.id())
                .param(stored.version())
                .param(by.accountId())
                .param(before.state().name())
                .param(before.assigneeId())
                .param(before.assigneeName())
                .param(before.escalation() != null)
                .param(Columns.at(now))
                .update();
    }

    @Override
    public @Nullable Undo undo(long id) {
        return jdbc.sql("select * from incident_undo where incident_id = ?")
                .param(id)
                .query((row, _) -> new Undo(
                        row.getInt("version"),
                        row.getLong("account_id"),
                        IncidentState.valueOf(row.getString("state")),
                        Columns.wholeOrNull(row, "assignee_id"),
                        row.getString("assignee_name"),
                        row.getBoolean("escalated"),
                        Columns.instant(row, "at")))
                .optional()
                .orElse(null);
    }

    Optional<Incident> lock(long id, SignedIn by) {
        return find(id, by, " for update");
    }

    Optional<Incident> find(long id, SignedIn by, String lock) {
        return jdbc.sql("select i.* from incidents i where i.id = :id and "
                        + by.scope().overlaps("i.organization_ids") + lock)
                .param("id", id)
                .param("scope", by.scope().parameter())
                .query(Columns::incident)
                .optional();
    }

    /** Those values of one that the other does not have. */
    private static Map<String, @Nullable Object> differing(Incident one, Incident other) {
        Map<String, @Nullable Object> values = values(one);
        Map<String, @Nullable Object> others = values(other);
        values.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), others.get(entry.getKey())));
        return values;
    }

    private static Map<String, @Nullable Object> values(Incident incident) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        CloseReason reason = incident.closeReason();
        Classification classification = incident.classification();
        Incident.Merged merged = incident.merged();
        values.put("state", incident.state().code());
        values.put("close_reason", reason == null ? null : reason.code());
        values.put("assignee", incident.assigneeName());
        values.put("severity", incident.severity().name());
        values.put("group", classification.group());
        values.put("techniques", classification.techniques());
        values.put("tlp", classification.tlp().label());
        values.put("pap", classification.pap().label());
        values.put("system", classification.systemId() == null ? null : String.valueOf(classification.systemId()));
        classification.answers().forEach((input, answer) -> values.put("answer." + input, answer));
        values.put("law_pack", classification.lawPack());
        values.put("cause", incident.cause().known());
        values.put("cause_unknown", incident.cause().unknownBecause());
        Escalation escalation = incident.escalation();
        values.put("escalated", escalation == null ? null : escalation.name());
        values.put("merged_into", merged == null ? null : String.valueOf(merged.into()));
        return values;
    }
}
