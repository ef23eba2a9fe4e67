package vn.chieng.api.incidents.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** Writes a signal with its evidence and rules beside its incident; what is there already changes nothing. */
@Component
final class SignalRows {
    /** Longest name or address kept; an index of PostgreSQL holds no more than 2,700 bytes. */
    static final int NAME_KEPT = 512;

    private static final int KEY_KEPT = 400;
    private static final int TITLE_KEPT = 300;
    private static final int MOST_NAMES = 1_000;

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
                            level, first_seen, last_seen, detections, applied_at, tags, organization_ids, exercise_ids)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (signal_id) do update set
                            tags = array(select distinct unnest(s.tags || excluded.tags) order by 1),
                            organization_ids = array(select distinct unnest(s.organization_ids
                                || excluded.organization_ids) order by 1),
                            exercise_ids = array(select distinct unnest(s.exercise_ids || excluded.exercise_ids)
                                order by 1),
                            first_seen = least(s.first_seen, excluded.first_seen),
                            last_seen = greatest(s.last_seen, excluded.last_seen),
                            detections = greatest(s.detections, excluded.detections),
                            applied_at = excluded.applied_at
                        where excluded.first_seen < s.first_seen or excluded.last_seen > s.last_seen
                            or excluded.detections > s.detections
                            or not (s.tags @> excluded.tags and s.organization_ids @> excluded.organization_ids
                                and s.exercise_ids @> excluded.exercise_ids)""")
                        .param(key(signal.id()))
                        .param(incidentId)
                        .param(Columns.bounded(rule.id(), NAME_KEPT))
                        .param(title(rule.titleVi()))
                        .param(title(rule.titleEn()))
                        .param(title(rule.author()))
                        .param(rule.level().name())
                        .param(Columns.at(signal.firstSeen()))
                        .param(Columns.at(signal.lastSeen()))
                        .param(signal.detections())
                        .param(Columns.at(now))
                        .param(tags(signal))
                        .param(organizations(signal))
                        .param(exercises(signal))
                        .update()
                > 0;
    }

    /** A host or user carries its organisation; a source's are those of the evidence. */
    static String[] organizations(Signal signal) {
        Entity entity = signal.entity();
        int slash = entity.value().indexOf('/');
        Stream<String> own = entity.kind() != Entity.Kind.SOURCE && slash > 0
                ? Stream.of(entity.value().substring(0, slash))
                : Stream.empty();
        return each(Stream.concat(own, signal.evidence().stream().map(Evidence::organizationId)));
    }

    static String[] exercises(Signal signal) {
        return each(signal.evidence().stream().map(Evidence::exerciseId).flatMap(Stream::ofNullable));
    }

    static String[] tags(Signal signal) {
        return each(Stream.concat(
                signal.rule().tags().stream(), signal.detectedBy().stream().flatMap(rule -> rule.tags().stream())));
    }

    private static String[] each(Stream<String> values) {
        return values.map(value -> Columns.bounded(value, NAME_KEPT))
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toArray(String[]::new);
    }

    /** A key as an index can hold it: a long one keeps its beginning and a digest of the whole. */
    static String key(String text) {
        String storable = Columns.storable(text);
        return storable.length() <= NAME_KEPT
                ? storable
                : Columns.bounded(storable, KEY_KEPT)
                        + "#"
                        + UUID.nameUUIDFromBytes(storable.getBytes(StandardCharsets.UTF_8));
    }

    int putEvidence(Incident incident, Signal signal) {
        int room = IncidentStore.MAX_EVIDENCE - incident.evidenceCount();
        List<Object[]> rows = signal.evidence().stream()
                .limit(Math.max(0, room))
                .map(line -> row(incident.id(), signal.id(), line))
                .toList();
        int added = 0;
        for (int count : batches.batchUpdate("""
                insert into incident_evidence (incident_id, event_id, index_name, occurred_at, created_at,
                    organization_id, source_id, dataset, host, user_name, source_ip, exercise_id, original, truncated,
                    signal_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", rows)) {
            added += Math.max(0, count);
        }
        return added;
    }

    private static Object[] row(long incidentId, String signalId, Evidence line) {
        return new Object[] {
            incidentId,
            key(line.eventId()),
            Columns.bounded(line.index(), NAME_KEPT),
            Columns.at(line.timestamp()),
            Columns.at(line.created()),
            Columns.bounded(line.organizationId(), NAME_KEPT),
            Columns.bounded(line.sourceId(), NAME_KEPT),
            Columns.bounded(line.dataset(), NAME_KEPT),
            Columns.boundedOrNull(line.host(), NAME_KEPT),
            Columns.boundedOrNull(line.user(), NAME_KEPT),
            Columns.boundedOrNull(line.sourceIp(), NAME_KEPT),
            Columns.boundedOrNull(line.exerciseId(), NAME_KEPT),
            original(line).getBytes(StandardCharsets.UTF_8),
            line.truncated() || line.original().length() > Evidence.MAX_ORIGINAL,
            key(signalId)
        };
    }

    private static String original(Evidence line) {
        String whole = line.original();
        return whole.length() <= Evidence.MAX_ORIGINAL ? whole : whole.substring(0, Evidence.MAX_ORIGINAL);
    }

    void putRules(long incidentId, List<RuleReference> rules) {
        batches.batchUpdate(
                """
                insert into incident_rules (incident_id, rule_id, title_vi, title_en, author, level)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                rules.stream()
                        .map(rule -> new Object[] {
                            incidentId,
                            Columns.bounded(rule.id(), NAME_KEPT),
                            title(rule.titleVi()),
                            title(rule.titleEn()),
                            title(rule.author()),
                            rule.level().name()
                        })
                        .toList());
    }

    /** At most {@value #TITLE_KEPT} characters that PostgreSQL can hold. */
    static String title(String text) {
        return Columns.bounded(text, TITLE_KEPT);
    }
}
