package vn.chieng.api.incidents.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.SeverityTable;
import vn.chieng.api.vietnamese.SearchText;

/**
 * Incidents that carry others. Nothing is moved by a merge: every incident keeps its own rows, and one that carries others is read together
 * with them; its sums are made anew from all their signals.
 */
@Component
final class Families {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int MOST_CARRIERS = 100;
    private static final String RESUM = """
            with family as (select incident_family(:id) id),
            signals as (select s.*, array_position(array['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], s.level)
                    strength from incident_signals s where s.incident_id in (select id from family)),
            strongest as (select * from signals order by strength desc, first_seen, signal_id limit 1),
            lines as (select e.incident_id, count(*) n from incident_evidence e
                where e.incident_id in (select id from family) group by e.incident_id),
            own as (select f.id, coalesce(l.n, 0) lines,
                    coalesce((select max(s.detections) from signals s where s.incident_id = f.id), 0) most
                from family f left join lines l on l.incident_id = f.id),
            apart as (select count(distinct e.event_id) n from incident_evidence e
                where e.incident_id in (select id from family))
            update incidents i set title_vi = t.title_vi, title_en = t.title_en, level = t.level,
                organization_ids = array(select distinct unnest(organization_ids) from signals order by 1),
                exercise_ids = array(select distinct unnest(exercise_ids) from signals order by 1),
                tags = array(select distinct unnest(tags) from signals order by 1),
                first_seen = (select min(first_seen) from signals), last_seen = (select max(last_seen) from signals),
                evidence_count = apart.n,
                detections = apart.n + (select sum(greatest(0, most - lines)) from own),
                evidence_full = i.evidence_full or exists (select from incidents m where m.id in (select id from family)
                    and m.evidence_full),
                changed_at = greatest(clock_timestamp(), i.changed_at)
            from strongest t, apart where i.id = :id returning i.*""";

    private final JdbcClient jdbc;
    private final IncidentLog log;
    private final SeverityTable severities;

    Families(JdbcClient jdbc, IncidentLog log, SeverityTable severities) {
        this.jdbc = jdbc;
        this.log = log;
        this.severities = severities;
    }

    /** Puts writers of the same keys in a row until the transaction ends; in one order, so that no two wait for each other. */
    void lockKeys(String... keys) {
        Arrays.stream(keys)
                .map(SignalRows::key)
                .sorted()
                .distinct()
                .forEach(key -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(key)
                        .query((_, _) -> 0)
                        .list());
    }

    /** The next number of the year. */
    String number(Instant now) {
        int year = now.atOffset(VIETNAM).getYear();
        int next = jdbc.sql("""
                        insert into incident_numbers (year, last) values (?, 1)
                        on conflict (year) do update set last = incident_numbers.last + 1 returning last""").param(year).query(Integer.class).single();
        return "SC-%d-%05d".formatted(year, next);
    }

    /** The incident and those merged into it, itself first. */
    Long[] members(long id) {
        return jdbc.sql("select incident_family(:id) id order by 1")
                .param("id", id)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /** The one of this key that was merged last into one that is still open, locked. */
    Optional<Incident> mergedIntoAnOpenOne(String key) {
        List<Incident> merged = jdbc.sql("""
                        select * from incidents where incident_key = ? and merged_into is not null order by id desc
                        for update""")
                .param(SignalRows.key(key))
                .query(Columns::incident)
                .list();
        return merged.stream()
                .filter(incident -> carriers(incident)
                        .reduce((_, next) -> next)
                        .filter(root -> root.state().open())
                        .isPresent())
                .findFirst();
    }

    /** What carries it, what carries that, and so on, locked. */
    private Stream<Incident> carriers(Incident part) {
        return Stream.iterate(carrier(part), Optional::isPresent, next -> next.flatMap(this::carrier))
                .limit(MOST_CARRIERS)
                .flatMap(Optional::stream);
    }

    private Optional<Incident> carrier(Incident part) {
        Incident.Merged merged = part.merged();
        return merged == null
                ? Optional.empty()
                : jdbc.sql("select * from incidents where id = ? for update")
                        .param(merged.into())
                        .query(Columns::incident)
                        .optional();
    }

    /** After a part has grown, so has everything that carries it. */
    void growCarriers(Incident part) {
        carriers(part).toList().forEach(carrier -> {
            Incident summed = sum(carrier.id());
            Severity severity = severities.of(summed.level());
            boolean raised =
                    summed.level().compareTo(carrier.level()) > 0 && severity.compareTo(carrier.severity()) < 0;
            if (raised) {
                setSeverity(carrier.id(), severity);
            }
            log.announce(carrier.id(), false);
            log.publish(List.of(new IncidentEvent.Grown(summed, raised)));
        });
    }

    private void setSeverity(long id, Severity severity) {
        jdbc.sql("update incidents set severity = ? where id = ?")
                .param(severity.name())
                .param(id)
                .update();
    }

    /** Makes title, level, organisations, times and counts anew from the signals of the incident and of what it carries. */
    Incident sum(long id) {
        Incident summed =
                jdbc.sql(RESUM).param("id", id).query(Columns::incident).single();
        String words = String.join("\n", summed.number(), summed.titleVi(), summed.titleEn(), summed.subject());
        jdbc.sql("update incidents set search_text = ? where id = ?")
                .param(SearchText.kept(words))
                .param(id)
                .update();
        return summed;
    }
}
