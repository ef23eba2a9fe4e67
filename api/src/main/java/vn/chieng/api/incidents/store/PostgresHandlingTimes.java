package vn.chieng.api.incidents.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.Figure;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Grouping;
import vn.chieng.api.incidents.times.HandlingTimes;
import vn.chieng.api.incidents.times.Lapse;
import vn.chieng.api.incidents.times.Measured;
import vn.chieng.api.incidents.times.Span;
import vn.chieng.api.incidents.times.WeekCount;

@Component
final class PostgresHandlingTimes implements HandlingTimes {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int MOST_GROUPS = 500;
    private static final double MILLIS = 1_000;

    /** One row for each incident with seconds by lapse; null where it has not got that far. */
    private static final String STAGED = """
            with chosen as materialized (
                select i.id, i.number, i.title_vi, i.title_en, i.severity, i.organization_ids, i.first_seen, i.detected_at
                from incidents i
                where i.detected_at >= :from and i.detected_at < :to and i.merged_into is null
                    and cardinality(i.exercise_ids) = 0 and {scope}),
            entered as (
                select s.incident_id,
                    min(s.entered_at) filter (where s.state = 'VERIFYING') verifying,
                    min(s.entered_at) filter (where s.state in ('CONFIRMED', 'DISMISSED')) decided,
                    min(s.entered_at) filter (where s.state = 'CONFIRMED') confirmed,
                    min(s.entered_at) filter (where s.state = 'REMEDIATING') contained,
                    min(s.entered_at) filter (where s.state = 'RECOVERED') recovered
                from incident_stages s join chosen c on c.id = s.incident_id where s.state <> 'NEW' group by s.incident_id),
            staged as (
                select c.*,
                    greatest(0, extract(epoch from c.detected_at - c.first_seen))::float8 detect,
                    greatest(0, extract(epoch from e.verifying - c.detected_at))::float8 acknowledge,
                    greatest(0, extract(epoch from e.decided - e.verifying))::float8 triage,
                    greatest(0, extract(epoch from e.confirmed - c.detected_at))::float8 qualify,
                    greatest(0, extract(epoch from e.contained - c.detected_at))::float8 contain,
                    greatest(0, extract(epoch from e.recovered - c.detected_at))::float8 resolve,
                    e.verifying is not null was_taken, e.decided is not null was_decided,
                    e.confirmed is not null was_confirmed, e.contained is not null was_contained,
                    e.recovered is not null was_recovered
                from chosen c left join entered e on e.incident_id = c.id)
            """;

    private final JdbcClient jdbc;

    PostgresHandlingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** PostgreSQL's greatest passes over nulls, so that a stage never entered must be asked for. */
    private static String reached(Lapse lapse) {
        return switch (lapse) {
            case DETECT -> "true";
            case ACKNOWLEDGE -> "was_taken";
            case TRIAGE -> "was_taken and was_decided";
            case QUALIFY -> "was_confirmed";
            case CONTAIN -> "was_contained";
            case RESOLVE -> "was_recovered";
        };
    }

    private static String key(Grouping grouping) {
        return switch (grouping) {
            case ALL -> "''";
            case SEVERITY -> "severity";
            case ORGANIZATION -> "organization_id";
            case RULE -> "rule_id";
        };
    }

    private static String source(Grouping grouping, Scope scope) {
        return switch (grouping) {
            case ALL, SEVERITY -> " from staged where true";
            case ORGANIZATION ->
                " from (select s.*, unnest(organization_ids) organization_id from staged s) staged where "
                        + scope.contains("organization_id");
            case RULE ->
                " from (select s.*, r.rule_id, r.title_vi rule_vi, r.title_en rule_en from staged s"
                        + " join incident_rules r on r.incident_id = s.id) staged where true";
        };
    }

    private JdbcClient.StatementSpec asked(String sql, Span span, Scope scope) {
        return jdbc.sql(STAGED.replace("{scope}", scope.overlaps("i.organization_ids")) + sql)
                .param("from", Columns.at(span.from()))
                .param("to", Columns.at(span.to()))
                .param("scope", scope.parameter());
    }

    @Override
    public List<GroupTimes> figures(Span span, Grouping grouping, Scope scope) {
        String columns = Stream.of(Lapse.values())
                .map(lapse -> "count(*) filter (where %2$s) n_%1$s, percentile_cont(array[0.5, 0.9]) within group"
                        .concat(" (order by %1$s) filter (where %2$s) p_%1$s")
                        .formatted(lapse.code(), reached(lapse)))
                .collect(Collectors.joining(", "));
        String names = grouping == Grouping.RULE ? "max(rule_vi)" : "null";
        String english = grouping == Grouping.RULE ? "max(rule_en)" : "null";
        return asked(
                        "select " + key(grouping) + " key, " + names + " name_vi, " + english
                                + " name_en, count(*) incidents, " + columns + source(grouping, scope)
                                + " group by 1 order by 4 desc, 1 limit " + MOST_GROUPS,
                        span,
                        scope)
                .query((row, _) -> group(row))
                .list();
    }

    private static GroupTimes group(ResultSet row) throws SQLException {
        Map<Lapse, Figure> figures = new EnumMap<>(Lapse.class);
        for (Lapse lapse : Lapse.values()) {
            long count = row.getLong("n_" + lapse.code());
            if (count > 0) {
                Double[] seconds = (Double[]) row.getArray("p_" + lapse.code()).getArray();
                figures.put(lapse, new Figure(count, duration(seconds[0]), duration(seconds[1])));
            }
        }
        return new GroupTimes(
                row.getString("key"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getLong("incidents"),
                figures);
    }

    @Override
    public List<Measured> behind(
            Lapse lapse, Span span, Grouping grouping, @Nullable String key, Scope scope, int limit) {
        String source = source(grouping, scope);
        return asked(
                        "select id, number, title_vi, title_en, severity, detected_at, " + lapse.code() + " took"
                                + source
                                + " and " + reached(lapse)
                                + (key == null ? "" : " and " + key(grouping) + " = :key")
                                + " order by took desc, id limit :limit",
                        span,
                        scope)
                .param("key", key)
                .param("limit", limit)
                .query((row, _) -> new Measured(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("title_vi"),
                        row.getString("title_en"),
                        Severity.valueOf(row.getString("severity")),
                        Columns.instant(row, "detected_at"),
                        duration(row.getDouble("took"))))
                .list();
    }

    @Override
    public List<WeekCount> weeks(Instant now, int weeks, Scope scope) {
        LocalDate last = LocalDate.ofInstant(now, VIETNAM).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = last.minusWeeks(weeks - 1L);
        Map<LocalDate, Map<Severity, Long>> counts = new TreeMap<>();
        first.datesUntil(last.plusDays(1), Period.ofWeeks(1))
                .forEach(monday -> counts.put(monday, new EnumMap<>(Severity.class)));
        jdbc.sql("""
                        select date_trunc('week', i.detected_at at time zone 'Asia/Ho_Chi_Minh')::date monday, i.severity,
                            count(*) n
                        from incidents i
                        where i.detected_at >= :from and i.merged_into is null and cardinality(i.exercise_ids) = 0 and\s""" + " " + scope.overlaps("i.organization_ids") + " group by 1, 2")
                .param("from", Columns.at(first.atStartOfDay(VIETNAM).toInstant()))
                .param("scope", scope.parameter())
                .query(row -> {
                    Map<Severity, Long> week = counts.get(row.getObject("monday", LocalDate.class));
                    if (week != null) {
                        week.put(Severity.valueOf(row.getString("severity")), row.getLong("n"));
                    }
                });
        return counts.entrySet().stream()
                .map(each -> new WeekCount(each.getKey(), each.getValue()))
                .toList();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}
