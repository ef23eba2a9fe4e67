package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.SeverityTable;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/**
 * Applies one signal in one transaction. Whatever it writes is a union, a maximum or a minimum, so neither repetition nor
 * order matters; an advisory lock on the incident key keeps two threads from opening two incidents.
 */
@Component
final class SignalApplication {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SignalRows rows;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final SeverityTable severities;
    private final Clock clock;

    SignalApplication(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            SignalRows rows,
            IncidentLog log,
            AuditTrail audit,
            SeverityTable severities,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.log = log;
        this.audit = audit;
        this.severities = severities;
        this.clock = clock;
    }

    boolean apply(Signal signal) {
        return Boolean.TRUE.equals(transactions.execute(_ -> applied(signal)));
    }

    private boolean applied(Signal signal) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(Columns.storable(signal.incidentKey()))
                .query((_, _) -> 0)
                .list();
        Instant now = clock.instant();
        Optional<Incident> known = lock("""
                        select i.* from incidents i join incident_signals s on s.incident_id = i.id
                        where s.signal_id = ? for update of i""", signal.id());
        Optional<Incident> open = known.isPresent()
                ? known
                : lock(
                        "select * from incidents where incident_key = ? and state <> 'CLOSED' for update",
                        signal.incidentKey());
        Incident incident = open.orElseGet(() -> opened(signal, now));
        boolean grown = rows.putSignal(incident.id(), signal, now);
        int added = rows.putEvidence(incident, signal.evidence());
        rows.putRules(incident.id(), signal.detectedBy());
        boolean created = open.isEmpty();
        if (!created && !grown && added == 0) {
            return false;
        }
        if (known.isEmpty() && !created) {
            log.add(
                    incident.id(),
                    now,
                    HistoryEntry.Kind.SIGNAL_JOINED,
                    null,
                    null,
                    signal.rule().titleVi(),
                    null);
        }
        grow(incident, signal, added, now);
        log.announce(incident.id(), created);
        return true;
    }

    private Optional<Incident> lock(String sql, String parameter) {
        return jdbc.sql(sql)
                .param(Columns.storable(parameter))
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
                .param(number(now))
                .param(Columns.storable(signal.incidentKey()))
                .param(SignalRows.title(signal.rule().titleVi()))
                .param(SignalRows.title(signal.rule().titleEn()))
                .param(signal.rule().level().name())
                .param(severities.of(signal.rule().level()).name())
                .param(entity.kind().name())
                .param(Columns.storable(entity.value()))
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
                                organizations(signal).collect(Collectors.toSet()))
                        .changed(
                                Map.of(),
                                Map.of(
                                        "rule",
                                        signal.rule().id(),
                                        "severity",
                                        incident.severity().name())));
        return incident;
    }

    private String number(Instant now) {
        int year = now.atOffset(VIETNAM).getYear();
        int next = jdbc.sql("""
                        insert into incident_numbers (year, last) values (?, 1)
                        on conflict (year) do update set last = incident_numbers.last + 1 returning last""").param(year).query(Integer.class).single();
        return "SC-%d-%05d".formatted(year, next);
    }

    /** Level and title follow the strongest signal; everything else is a union or an extreme. */
    private void grow(Incident incident, Signal signal, int added, Instant now) {
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
        Stream<String> exercises =
                signal.evidence().stream().map(Evidence::exerciseId).flatMap(Stream::ofNullable);
        Stream<String> tags =
                Stream.concat(rule.tags().stream(), signal.detectedBy().stream().flatMap(each -> each.tags().stream()));
        jdbc.sql("""
                        update incidents set title_vi = ?, title_en = ?, level = ?, severity = ?,
                            organization_ids = ?, exercise_ids = ?, tags = ?,
                            first_seen = least(first_seen, ?), last_seen = greatest(last_seen, ?),
                            detections = greatest(evidence_count + ?,
                                (select max(detections) from incident_signals where incident_id = incidents.id)),
                            evidence_count = evidence_count + ?, evidence_full = evidence_full or ?,
                            changed_at = greatest(clock_timestamp(), changed_at), search_text = ?
                        where id = ?""")
                .param(titleVi)
                .param(titleEn)
                .param(level.name())
                .param(severities.of(level).name())
                .param(union(incident.organizationIds(), organizations(signal)))
                .param(union(incident.exerciseIds(), exercises))
                .param(union(incident.tags(), tags))
                .param(Columns.at(signal.firstSeen()))
                .param(Columns.at(signal.lastSeen()))
                .param(added)
                .param(added)
                .param(incident.evidenceCount() + signal.evidence().size() > IncidentStore.MAX_EVIDENCE)
                .param(SearchText.kept(String.join("\n", incident.number(), titleVi, titleEn, incident.subject())))
                .param(incident.id())
                .update();
    }

    /** A host or user carries its organisation; a source's are those of the evidence. */
    private static Stream<String> organizations(Signal signal) {
        Entity entity = signal.entity();
        int slash = entity.value().indexOf('/');
        Stream<String> own = entity.kind() != Entity.Kind.SOURCE && slash > 0
                ? Stream.of(entity.value().substring(0, slash))
                : Stream.empty();
        return Stream.concat(own, signal.evidence().stream().map(Evidence::organizationId));
    }

    private static String[] union(Collection<String> old, Stream<String> added) {
        var all = new TreeSet<>(old);
        added.map(Columns::storable).forEach(all::add);
        return all.toArray(String[]::new);
    }
}
