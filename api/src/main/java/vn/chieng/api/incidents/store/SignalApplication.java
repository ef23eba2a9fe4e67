package vn.chieng.api.incidents.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.SearchText;
import vn.chieng.api.incidents.SeverityTable;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/**
 * Applies one signal in one transaction. Whatever it writes is a union, a maximum or a minimum, so neither repetition nor
 * order matters; an advisory lock on the incident key keeps two threads from opening two incidents.
 */
@Component
final class SignalApplication {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int TITLE_KEPT = 300;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final IncidentLog log;
    private final SeverityTable severities;
    private final Clock clock;

    SignalApplication(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transactions,
            IncidentLog log,
            SeverityTable severities,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.log = log;
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
        boolean grown = putSignal(incident.id(), signal, now);
        int added = putEvidence(incident, signal.evidence());
        putRules(incident.id(), signal.detectedBy());
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
                .param(title(signal.rule().titleVi()))
                .param(title(signal.rule().titleEn()))
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
        return incident;
    }

    private String number(Instant now) {
        int year = now.atOffset(VIETNAM).getYear();
        int next = jdbc.sql("""
                        insert into incident_numbers (year, last) values (?, 1)
                        on conflict (year) do update set last = incident_numbers.last + 1 returning last""").param(year).query(Integer.class).single();
        return "SC-%d-%05d".formatted(year, next);
    }

    private boolean putSignal(long incidentId, Signal signal, Instant now) {
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

    private int putEvidence(Incident incident, List<Evidence> evidence) {
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

    private void putRules(long incidentId, List<RuleReference> rules) {
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

    /** Level and title follow the strongest signal; everything else is a union or an extreme. */
    private void grow(Incident incident, Signal signal, int added, Instant now) {
        boolean raised = signal.rule().level().compareTo(incident.level()) > 0;
        String titleVi = raised ? title(signal.rule().titleVi()) : incident.titleVi();
        String titleEn = raised ? title(signal.rule().titleEn()) : incident.titleEn();
        var level = raised ? signal.rule().level() : incident.level();
        if (raised) {
            log.add(
                    incident.id(),
                    now,
                    HistoryEntry.Kind.LEVEL_RAISED,
                    null,
                    incident.level().code(),
                    level.code(),
                    null);
        }
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
                .param(union(
                        incident.exerciseIds(),
                        signal.evidence().stream().map(Evidence::exerciseId).flatMap(Stream::ofNullable)))
                .param(union(
                        incident.tags(),
                        Stream.concat(
                                signal.rule().tags().stream(),
                                signal.detectedBy().stream().flatMap(rule -> rule.tags().stream()))))
                .param(Columns.at(signal.firstSeen()))
                .param(Columns.at(signal.lastSeen()))
                .param(added)
                .param(added)
                .param(incident.evidenceCount() + signal.evidence().size() > IncidentStore.MAX_EVIDENCE)
                .param(SearchText.kept(String.join(
                        "\n",
                        incident.number(),
                        titleVi,
                        titleEn,
                        incident.entity().value())))
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

    private static String title(String text) {
        String storable = Columns.storable(text);
        return storable.length() <= TITLE_KEPT ? storable : Columns.storable(storable.substring(0, TITLE_KEPT));
    }
}
