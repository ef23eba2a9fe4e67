package vn.chieng.api.rules.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.rules.observed.ObservationStore;
import vn.chieng.api.rules.observed.ObservedSource;
import vn.chieng.sigma.rule.LogSource;

@Component
final class PostgresObservations implements ObservationStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PostgresObservations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<LogSource> logSources(int most) {
        return jdbc.sql("select distinct category, product, service from rules"
                        + " where coalesce(category, product, service) is not null order by 1, 2, 3 limit ?")
                .param(most)
                .query(PostgresObservations::logSource)
                .list();
    }

    private static LogSource logSource(ResultSet row, int number) throws SQLException {
        return new LogSource(row.getString("category"), row.getString("product"), row.getString("service"));
    }

    @Override
    public @Nullable Instant lastLook() {
        return jdbc.sql("select at from seen_looks")
                .query((row, _) -> Rows.at(row, "at"))
                .optional()
                .orElse(null);
    }

    @Override
    public void keep(List<ObservedSource> seen, Instant now) {
        List<Object[]> rows = seen.stream()
                .flatMap(source -> Stream.concat(
                                Stream.of(""), source.paths().stream().sorted())
                        .map(path -> row(source, path)))
                .toList();
        batches.batchUpdate("""
                        insert into seen_fields (category, product, service, path, last_seen) values (?, ?, ?, ?, ?)
                        on conflict (category, product, service, path) do update
                            set last_seen = greatest(seen_fields.last_seen, excluded.last_seen)""", rows);
        jdbc.sql("insert into seen_looks (since, at) values (:now, :now) on conflict (id) do update set at = :now")
                .param("now", Rows.at(now))
                .update();
    }

    private static Object[] row(ObservedSource source, String path) {
        LogSource logSource = source.logSource();
        return new Object[] {
            stated(logSource.category()),
            stated(logSource.product()),
            stated(logSource.service()),
            path.replace("\0", ""),
            source.lastSeen().atOffset(ZoneOffset.UTC)
        };
    }

    private static String stated(@Nullable String key) {
        return key == null ? "" : key;
    }

    @Override
    public Map<LogSource, ObservedSource> seen() {
        Map<LogSource, Instant> lastSeen = new HashMap<>();
        Map<LogSource, Set<String>> paths = new HashMap<>();
        jdbc.sql("select nullif(category, '') as category, nullif(product, '') as product,"
                        + " nullif(service, '') as service, path, last_seen from seen_fields")
                .query(row -> {
                    LogSource logSource = logSource(row, 0);
                    if (row.getString("path").isEmpty()) {
                        lastSeen.put(logSource, Rows.at(row, "last_seen"));
                    } else {
                        paths.computeIfAbsent(logSource, _ -> new HashSet<>()).add(row.getString("path"));
                    }
                });
        Map<LogSource, ObservedSource> seen = new HashMap<>();
        lastSeen.forEach((logSource, at) ->
                seen.put(logSource, new ObservedSource(logSource, at, paths.getOrDefault(logSource, Set.of()))));
        return seen;
    }

    @Override
    public List<Reading> rules(String afterId, int most) {
        return jdbc.sql("select r.id, r.category, r.product, r.service, t.text from rules r"
                        + " join rule_texts t on t.hash = r.text_hash where r.id > ? order by r.id limit ?")
                .param(afterId)
                .param(most)
                .query((row, number) -> new Reading(row.getString("id"), logSource(row, number), row.getString("text")))
                .list();
    }

    @Override
    public void write(List<Finding> findings) {
        batches.batchUpdate(
                "update rules set seen = ?, seen_at = ?, unseen_fields = ? where id = ?"
                        + " and (seen, seen_at, unseen_fields) is distinct from (?, ?, ?)",
                findings,
                findings.size(),
                (row, finding) -> {
                    var fields = row.getConnection()
                            .createArrayOf("text", finding.unseenFields().toArray());
                    for (int offset : new int[] {0, 4}) {
                        row.setString(offset + 1, finding.state().code());
                        row.setObject(offset + 2, Rows.at(finding.at()), Types.TIMESTAMP_WITH_TIMEZONE);
                        row.setArray(offset + 3, fields);
                    }
                    row.setString(4, finding.ruleId());
                });
    }
}
