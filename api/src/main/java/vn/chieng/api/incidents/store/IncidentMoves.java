package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Move;
import vn.chieng.api.incidents.MoveOutcome;
import vn.chieng.api.incidents.Reader;

/** What people do to an incident, each within one transaction: the row, its history, the audit trail, the news for live pages. */
@Component
final class IncidentMoves {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Clock clock;

    IncidentMoves(JdbcClient jdbc, TransactionTemplate transactions, IncidentLog log, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    MoveOutcome move(long id, Move move, SignedIn by) {
        try {
            MoveOutcome outcome = transactions.execute(_ -> moved(id, move, by));
            return outcome == null ? new MoveOutcome.Unknown() : outcome;
        } catch (DuplicateKeyException e) {
            return find(id, by, "")
                    .<MoveOutcome>map(current -> new MoveOutcome.OpenElsewhere(shown(current, by)))
                    .orElseGet(MoveOutcome.Unknown::new);
        }
    }

    private MoveOutcome moved(long id, Move move, SignedIn by) {
        Optional<Incident> found = find(id, by, " for update");
        if (found.isEmpty()) {
            return new MoveOutcome.Unknown();
        }
        Incident current = found.get();
        if (current.version() != move.version()) {
            return new MoveOutcome.Stale(shown(current, by));
        }
        if (!current.state().leadsTo(move.to())) {
            return new MoveOutcome.WrongState(shown(current, by));
        }
        Incident after = update(id, move, by);
        CloseReason reason = move.reason();
        log.add(
                id,
                clock.instant(),
                HistoryEntry.Kind.STATE,
                by,
                current.state().code(),
                reason == null ? move.to().code() : move.to().code() + ":" + reason.code(),
                move.note());
        audit.record(
                by,
                about(IncidentAction.MOVED, current)
                        .changed(values(current), values(after))
                        .because(move.note()));
        log.announce(id, false);
        return new MoveOutcome.Moved(shown(after, by));
    }

    private Incident update(long id, Move move, SignedIn by) {
        CloseReason reason = move.reason();
        boolean takes = move.to() == IncidentState.VERIFYING;
        return jdbc.sql("""
                        update incidents set state = ?, close_reason = ?,
                            assignee_id = case when ? then ? else assignee_id end,
                            assignee_name = case when ? then ? else assignee_name end,
                            version = version + 1, changed_at = greatest(clock_timestamp(), changed_at)
                        where id = ? returning *""")
                .param(move.to().name())
                .param(reason == null ? null : reason.name())
                .param(takes)
                .param(by.accountId() == 0 ? null : by.accountId())
                .param(takes)
                .param(by.displayName())
                .param(id)
                .query(Columns::incident)
                .single();
    }

    boolean comment(long id, String text, SignedIn by) {
        Boolean done = transactions.execute(_ -> {
            Optional<Incident> found = find(id, by, "");
            if (found.isEmpty()) {
                return false;
            }
            log.add(id, clock.instant(), HistoryEntry.Kind.COMMENT, by, null, null, text);
            jdbc.sql("update incidents set changed_at = greatest(clock_timestamp(), changed_at) where id = ?")
                    .param(id)
                    .update();
            audit.record(by, about(IncidentAction.COMMENTED, found.get()).changed(Map.of(), Map.of("comment", text)));
            log.announce(id, false);
            return true;
        });
        return Boolean.TRUE.equals(done);
    }

    private Optional<Incident> find(long id, SignedIn by, String lock) {
        return jdbc.sql("select i.* from incidents i where i.id = :id and "
                        + by.scope().overlaps("i.organization_ids") + lock)
                .param("id", id)
                .param("scope", by.scope().parameter())
                .query(Columns::incident)
                .optional();
    }

    static AuditRecord about(IncidentAction action, Incident incident) {
        return AuditRecord.of(
                action,
                "incident",
                Long.toString(incident.id()),
                incident.number(),
                Set.copyOf(incident.organizationIds()));
    }

    private static Map<String, @Nullable Object> values(Incident incident) {
        Map<String, @Nullable Object> values = new HashMap<>();
        CloseReason reason = incident.closeReason();
        values.put("state", incident.state().code());
        values.put("close_reason", reason == null ? null : reason.code());
        values.put("assignee", incident.assigneeName());
        return values;
    }

    private static Incident shown(Incident incident, SignedIn by) {
        return incident.shownTo(Reader.of(by));
    }
}
