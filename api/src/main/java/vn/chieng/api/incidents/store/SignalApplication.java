package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.SeverityTable;
import vn.chieng.api.incidents.signals.SignalPlacement;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/**
 * Applies one signal in one transaction. Whatever it writes is a union, a maximum or a minimum, so neither repetition nor
 * order matters; an advisory lock on the incident key keeps two threads from opening two incidents.
 */
@Component
final class SignalApplication {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SignalRows rows;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Families families;
    private final SeverityTable severities;
    private final Clock clock;

    SignalApplication(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            SignalRows rows,
            IncidentLog log,
            AuditTrail audit,
            Families families,
            SeverityTable severities,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.log = log;
        this.audit = audit;
        this.families = families;
        this.severities = severities;
        this.clock = clock;
    }

    boolean apply(Signal signal) {
        return Boolean.TRUE.equals(transactions.execute(_ -> applied(signal)));
    }

    private boolean applied(Signal signal) {
        families.lockKeys(signal.incidentKey());
        Instant now = clock.instant();
        SignalPlacement placement = SignalPlacement.of(
                () -> lock("""
                        select i.* from incidents i join incident_signals s on s.incident_id = i.id
                        where s.signal_id = ? for update of i""", signal.id()),
                () -> lock("select * from incidents where incident_key = ? and open for update", signal.incidentKey()),
                () -> families.mergedIntoAnOpenOne(signal.incidentKey()));
        Incident incident = switch (placement) {
            case SignalPlacement.Known(Incident holder) -> holder;
            case SignalPlacement.Joins(Incident joined) -> joined;
            case SignalPlacement.Opens _ -> opened(signal, now);
        };
        boolean created = placement instanceof SignalPlacement.Opens;
        boolean grown = rows.putSignal(incident.id(), signal, now);
        int added = rows.putEvidence(incident, signal);
        rows.putRules(incident.id(), signal.detectedBy());
        if (!created && !grown && added == 0) {
            return false;
        }
        if (placement instanceof SignalPlacement.Joins) {
            log.add(
                    incident.id(),
                    now,
                    HistoryEntry.Kind.SIGNAL_JOINED,
                    null,
                    null,
                    signal.rule().titleVi(),
                    null);
        }
        Incident after = grow(incident, signal, added, now);
        log.announce(incident.id(), created);
        log.publish(List.of(
                created
                        ? new IncidentEvent.Opened(after)
                        : new IncidentEvent.Grown(after, after.severity() != incident.severity())));
        families.growCarriers(after);
        return true;
    }

    private Optional<Incident> lock(String sql, String parameter) {
        return jdbc.sql(sql)
                .param(SignalRows.key(parameter))
                .query(Columns::incident)
                .optional();
    }

    private Incident opened(Signal signal, Instant now) {
        Entity entity = signal.entity();
        Incident incident = jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state,
                            entity_kind, entity_value, organization_ids, first_seen, last_seen, detected_at, detections,
                            evidence_count, changed_at, search_text)
                        values (?, ?, ?, ?, ?, ?, 'NEW', ?, ?, '{}', ?, ?, ?, 0, 0, ?, '') returning *""")
                .param(families.number(now))
                .param(SignalRows.key(signal.incidentKey()))
                .param(SignalRows.title(signal.rule().titleVi()))
                .param(SignalRows.title(signal.rule().titleEn()))
                .param(signal.rule().level().name())
                .param(severities.of(signal.rule().level()).name())
                .param(entity.kind().name())
                .param(Columns.bounded(entity.value(), SignalRows.NAME_KEPT))
                .param(Columns.at(signal.firstSeen()))
                .param(Columns.at(signal.lastSeen()))
                .param(Columns.at(now))
                .param(Columns.at(now))
                .query(Columns::incident)
                .single();
        log.add(
                incident.id(),
                now,
                HistoryEntry.Kind.OPENED,
                null,
                null,
                IncidentState.NEW.code(),
                signal.rule().titleVi());
        audit.record(
                null,
                AuditRecord.of(
                                IncidentAction.OPENED,
                                "incident",
                                Long.toString(incident.id()),
                                incident.number(),
                                Set.of(SignalRows.organizations(signal)))
                        .changed(
                                Map.of(),
                                Map.of(
                                        "rule",
                                        signal.rule().id(),
                                        "severity",
                                        incident.severity().name())));
        log.entered(incident.id(), IncidentState.NEW, now);
        return incident;
    }

    /** Level and title follow the strongest signal; everything else is a union or an extreme. */
    private Incident grow(Incident incident, Signal signal, int added, Instant now) {
        RuleReference rule = signal.rule();
        boolean raised = rule.level().compareTo(incident.level()) > 0;
        if (raised) {
            log.add(
                    incident.id(),
                    now,
                    HistoryEntry.Kind.LEVEL_RAISED,
                    null,
                    incident.level().code(),
                    rule.level().code(),
                    null);
        }
        Level level = raised ? rule.level() : incident.level();
        String titleVi = raised ? SignalRows.title(rule.titleVi()) : incident.titleVi();
        String titleEn = raised ? SignalRows.title(rule.titleEn()) : incident.titleEn();
        return jdbc.sql("""
                        update incidents set title_vi = ?, title_en = ?, level = ?, severity = ?,
                            organization_ids = ?, exercise_ids = ?, tags = ?,
                            first_seen = least(first_seen, ?), last_seen = greatest(last_seen, ?),
                            detections = greatest(evidence_count + ?,
                                (select max(detections) from incident_signals where incident_id = incidents.id)),
                            evidence_count = evidence_count + ?, evidence_full = evidence_full or ?,
                            changed_at = greatest(clock_timestamp(), changed_at), search_text = ?
                        where id = ? returning *""")
                .param(titleVi)
                .param(titleEn)
                .param(level.name())
                .param(severity(incident, level, raised).name())
                .param(union(incident.organizationIds(), SignalRows.organizations(signal)))
                .param(union(incident.exerciseIds(), SignalRows.exercises(signal)))
                .param(union(incident.tags(), SignalRows.tags(signal)))
                .param(Columns.at(signal.firstSeen()))
                .param(Columns.at(signal.lastSeen()))
                .param(added)
                .param(added)
                .param(incident.evidenceCount() + signal.evidence().size() > IncidentStore.MAX_EVIDENCE)
                .param(SearchText.kept(String.join("\n", incident.number(), titleVi, titleEn, incident.subject())))
                .param(incident.id())
                .query(Columns::incident)
                .single();
    }

    /** A stronger rule makes it graver, also than what a person chose; nothing here makes it milder. */
    private Severity severity(Incident incident, Level level, boolean raised) {
        Severity ofLevel = severities.of(level);
        return raised && ofLevel.compareTo(incident.severity()) < 0 ? ofLevel : incident.severity();
    }

    private static String[] union(Collection<String> old, String[] added) {
        var all = new TreeSet<>(old);
        all.addAll(List.of(added));
        return all.toArray(String[]::new);
    }
}
