package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;

/** What people write: notes, where whoever is mentioned watches the incident from then on, and events for its timeline. */
@Component
final class Comments {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final PostgresWatching watching;
    private final Handlers handlers;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Clock clock;

    Comments(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IncidentEdits edits,
            PostgresWatching watching,
            Handlers handlers,
            IncidentLog log,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.watching = watching;
        this.handlers = handlers;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    boolean add(long id, String text, SignedIn by) {
        Set<Long> mentioned =
                handlers.mentioned(text).stream().map(Handler::id).collect(Collectors.toUnmodifiableSet());
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Incident> incident = edits.find(id, by, "");
            incident.ifPresent(found -> added(found, text, mentioned, by));
            return incident.isPresent();
        }));
    }

    boolean event(long id, Instant happened, String text, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Incident> incident = edits.find(id, by, "");
            incident.ifPresent(found -> {
                log.event(id, clock.instant(), happened, by, text);
                audit.record(
                        by,
                        IncidentLog.about(IncidentAction.EVENT_ADDED, found)
                                .changed(Map.of(), Map.of("at", happened.toString(), "event", text)));
                log.touch(id);
            });
            return incident.isPresent();
        }));
    }

    private void added(Incident incident, String text, Set<Long> mentioned, SignedIn by) {
        long entry = log.add(incident.id(), clock.instant(), HistoryEntry.Kind.COMMENT, by, null, null, text);
        for (long account : mentioned) {
            jdbc.sql("insert into incident_mentions (history_id, account_id) values (?, ?)")
                    .param(entry)
                    .param(account)
                    .update();
            watching.add(incident.id(), account);
        }
        audit.record(
                by, IncidentLog.about(IncidentAction.COMMENTED, incident).changed(Map.of(), Map.of("comment", text)));
        log.touch(incident.id());
        log.publish(java.util.List.of(new IncidentEvent.Commented(incident, text, mentioned, by)));
    }
}
