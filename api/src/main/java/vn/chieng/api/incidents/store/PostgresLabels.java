package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.queue.Labelling;
import vn.chieng.api.vietnamese.SearchText;

@Component
final class PostgresLabels implements Labelling {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Clock clock;

    PostgresLabels(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IncidentEdits edits,
            IncidentLog log,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Outcome add(long incidentId, String label, SignedIn by) {
        String text = Columns.storable(label.strip());
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("label");
        }
        return within(incidentId, by, incident -> added(incident, text, by));
    }

    private Outcome added(Incident incident, String label, SignedIn by) {
        long others = jdbc.sql("select count(*) from incident_labels where incident_id = ? and label <> ?")
                .param(incident.id())
                .param(label)
                .query(Long.class)
                .single();
        if (others >= IncidentQueue.MOST_LABELS) {
            return Outcome.TOO_MANY;
        }
        int rows = jdbc.sql("insert into incident_labels (incident_id, label, search_text, added_by, added_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .param(incident.id())
                .param(label)
                .param(SearchText.word(label))
                .param(by.accountId() == 0 ? null : by.accountId())
                .param(Columns.at(clock.instant()))
                .update();
        return rows == 0 ? Outcome.ALREADY : noted(incident, IncidentAction.LABELLED, null, label, by);
    }

    @Override
    public Outcome remove(long incidentId, String label, SignedIn by) {
        String text = Columns.storable(label.strip());
        return within(incidentId, by, incident -> {
            int rows = jdbc.sql("delete from incident_labels where incident_id = ? and label = ?")
                    .param(incident.id())
                    .param(text)
                    .update();
            return rows == 0 ? Outcome.ALREADY : noted(incident, IncidentAction.UNLABELLED, text, null, by);
        });
    }

    private Outcome noted(
            Incident incident,
            IncidentAction action,
            @org.jspecify.annotations.Nullable String before,
            @org.jspecify.annotations.Nullable String after,
            SignedIn by) {
        HistoryEntry.Kind kind = after == null ? HistoryEntry.Kind.UNLABELLED : HistoryEntry.Kind.LABELLED;
        log.add(incident.id(), clock.instant(), kind, by, before, after, null);
        audit.record(
                by,
                IncidentLog.about(action, incident)
                        .changed(
                                before == null ? Map.of() : Map.of("label", before),
                                after == null ? Map.of() : Map.of("label", after)));
        log.touch(incident.id());
        return Outcome.DONE;
    }

    private Outcome within(long incidentId, SignedIn by, Function<Incident, Outcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Optional<Incident> incident = edits.find(incidentId, by, " for update");
            return incident.isEmpty() ? Outcome.UNKNOWN : change.apply(incident.get());
        }));
    }
}
