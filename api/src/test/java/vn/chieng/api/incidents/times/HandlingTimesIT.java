package vn.chieng.api.incidents.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;

/** The SQL of the time metrics against a slow and plain count of the same incidents. */
class HandlingTimesIT extends ApiServers {
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
    private static final Span SPAN = new Span(FROM, FROM.plus(Duration.ofDays(30)));
    private static final List<IncidentState> STAGES = List.of(
            IncidentState.VERIFYING,
            IncidentState.CONFIRMED,
            IncidentState.DISMISSED,
            IncidentState.CONTAINING,
            IncidentState.REMEDIATING,
            IncidentState.RECOVERED);

    @Autowired
    private HandlingTimes times;

    @Autowired
    private JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Random random = new Random(run.hashCode());
    private final List<String> bodies = List.of("a-" + run, "b-" + run, "c-" + run);
    private final Scope scope = new Scope.Organizations(Set.of(bodies.get(0), bodies.get(1)));

    /** An incident as the oracle knows it. */
    private record Known(
            Instant first,
            Instant opened,
            Severity severity,
            List<String> organizations,
            List<String> rules,
            boolean counts,
            Map<IncidentState, Instant> entered) {

        @Nullable
        Duration took(Lapse lapse) {
            return switch (lapse) {
                case DETECT -> between(first, opened);
                case ACKNOWLEDGE -> between(opened, entered.get(IncidentState.VERIFYING));
                case TRIAGE -> between(entered.get(IncidentState.VERIFYING), decided());
                case QUALIFY -> between(opened, entered.get(IncidentState.CONFIRMED));
                case CONTAIN -> between(opened, entered.get(IncidentState.REMEDIATING));
                case RESOLVE -> between(opened, entered.get(IncidentState.RECOVERED));
            };
        }

        private @Nullable Instant decided() {
            Instant confirmed = entered.get(IncidentState.CONFIRMED);
            Instant dismissed = entered.get(IncidentState.DISMISSED);
            if (confirmed == null || dismissed == null) {
                return confirmed == null ? dismissed : confirmed;
            }
            return confirmed.isBefore(dismissed) ? confirmed : dismissed;
        }

        private static @Nullable Duration between(@Nullable Instant start, @Nullable Instant end) {
            if (start == null || end == null) {
                return null;
            }
            return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
        }
    }

    @Test
    void agreesWithAPlainCountOverRandomIncidents() {
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            known.add(planted(i));
        }
        List<Known> counted = known.stream()
                .filter(each -> each.counts()
                        && !each.opened().isBefore(SPAN.from())
                        && each.opened().isBefore(SPAN.to())
                        && each.organizations().stream().anyMatch(scope::covers))
                .toList();
        assertThat(counted).hasSizeBetween(40, 160);
        agrees(Grouping.ALL, counted, _ -> List.of(""));
        agrees(Grouping.SEVERITY, counted, each -> List.of(each.severity().name()));
        agrees(Grouping.RULE, counted, Known::rules);
        agrees(
                Grouping.ORGANIZATION,
                counted,
                each -> each.organizations().stream().filter(scope::covers).toList());
        assertThat(times.weeks(SPAN.to(), 6, scope).stream()
                        .mapToLong(WeekCount::total)
                        .sum())
                .isEqualTo(known.stream()
                        .filter(each -> each.counts()
                                && !each.opened().isBefore(Instant.parse("2026-09-20T17:00:00Z"))
                                && each.opened().isBefore(Instant.parse("2026-11-01T17:00:00Z"))
                                && each.organizations().stream().anyMatch(scope::covers))
                        .count());
    }

    private void agrees(Grouping grouping, List<Known> counted, Function<Known, List<String>> keys) {
        Map<String, List<Known>> groups = new TreeMap<>();
        counted.forEach(each -> keys.apply(each)
                .forEach(key ->
                        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each)));
        Map<String, GroupTimes> found = times.figures(SPAN, grouping, scope).stream()
                .collect(Collectors.toMap(GroupTimes::key, Function.identity()));
        assertThat(found.keySet()).isEqualTo(groups.keySet());
        groups.forEach((key, members) -> {
            GroupTimes group = found.get(key);
            assertThat(group.incidents()).isEqualTo(members.size());
            for (Lapse lapse : Lapse.values()) {
                double[] seconds = members.stream()
                        .map(each -> each.took(lapse))
                        .filter(took -> took != null)
                        .mapToDouble(took -> took.toMillis() / 1000.0)
                        .sorted()
                        .toArray();
                Figure figure = group.of(lapse);
                String where = grouping + " " + key + " " + lapse;
                if (seconds.length == 0) {
                    assertThat(figure).as(where).isNull();
                    continue;
                }
                assertThat(figure).as(where).isNotNull();
                assertThat(figure.count()).as(where).isEqualTo(seconds.length);
                assertThat(figure.median().toMillis() / 1000.0).as(where).isCloseTo(percentile(seconds, 0.5), within());
                assertThat(figure.ninetieth().toMillis() / 1000.0)
                        .as(where)
                        .isCloseTo(percentile(seconds, 0.9), within());
                assertThat(times.behind(lapse, SPAN, grouping, key, scope, 1_000))
                        .as(where)
                        .extracting(Measured::took)
                        .containsExactlyElementsOf(Arrays.stream(seconds)
                                .boxed()
                                .sorted(java.util.Comparator.reverseOrder())
                                .map(each -> Duration.ofMillis(Math.round(each * 1000)))
                                .toList());
            }
        });
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.002);
    }

    private static double percentile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private Known planted(int i) {
        Instant opened = FROM.plusSeconds(random.nextInt(-600_000, 3_000_000));
        boolean drill = random.nextInt(8) == 0;
        boolean merged = i > 0 && random.nextInt(8) == 0;
        Map<IncidentState, Instant> entered = new EnumMap<>(IncidentState.class);
        Instant at = opened;
        for (IncidentState stage : STAGES) {
            if (random.nextInt(3) > 0) {
                at = at.plusSeconds(random.nextInt(-20, 90_000));
                entered.put(stage, at);
            }
        }
        List<String> organizations = random.nextInt(4) == 0
                ? List.of(bodies.get(0), bodies.get(1))
                : List.of(bodies.get(random.nextInt(bodies.size())));
        List<String> rules = random.nextInt(4) == 0
                ? List.of("r1-" + run, "r2-" + run)
                : List.of("r" + random.nextInt(3) + "-" + run);
        var known = new Known(
                opened.plusSeconds(random.nextInt(-5_000, 100)),
                opened,
                List.of(Severity.values()).get(random.nextInt(4)),
                organizations,
                rules,
                !drill && !merged,
                entered);
        plant(i, known, drill, merged);
        return known;
    }

    private void plant(int i, Known known, boolean drill, boolean merged) {
        long id = jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state,
                            merged_into, state_before, severity_before, entity_kind, entity_value, organization_ids,
                            exercise_ids, first_seen, last_seen, detected_at, detections, evidence_count, changed_at, search_text)
                        values (:key, :key, 'x', 'x', 'HIGH', :severity, :state, :into, :before, :severityBefore, 'SOURCE', 'x', :bodies,
                            :drills, :first, :first, :opened, 1, 0, :opened, 'x') returning id""")
                .param("key", "times-" + run + "-" + i)
                .param("severity", known.severity().name())
                .param("state", merged ? "MERGED" : "NEW")
                .param("into", merged ? carrier() : null)
                .param("before", merged ? "NEW" : null)
                .param("severityBefore", merged ? known.severity().name() : null)
                .param("bodies", known.organizations().toArray(String[]::new))
                .param("drills", drill ? new String[] {"DT"} : new String[0])
                .param("first", at(known.first()))
                .param("opened", at(known.opened()))
                .query(Long.class)
                .single();
        known.entered()
                .forEach((state, entered) -> jdbc.sql("insert into incident_stages values (?, ?, ?)")
                        .param(id)
                        .param(state.name())
                        .param(at(entered))
                        .update());
        known.rules()
                .forEach(rule -> jdbc.sql("insert into incident_rules values (?, ?, 'Quy tắc', 'Rule', '', 'HIGH')")
                        .param(id)
                        .param(rule)
                        .update());
    }

    /** Any other incident will do. */
    private long carrier() {
        return jdbc.sql("select min(id) from incidents").query(Long.class).single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
