package vn.chieng.api.indicators.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.indicators.IndicatorQuery;
import vn.chieng.api.indicators.IndicatorStore;
import vn.chieng.api.indicators.KnownIndicator;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorReader;

@Component
final class PostgresIndicators implements IndicatorStore {
    private final JdbcClient jdbc;

    PostgresIndicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KnownIndicator> list(IndicatorQuery query, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("offset", offset, "limit", limit));
        String where = where(query, parameters);
        return jdbc.sql("select * from indicators" + where
                        + " order by changed_at desc, id desc offset :offset limit :limit")
                .params(parameters)
                .query(PostgresIndicators::known)
                .list();
    }

    @Override
    public int count(IndicatorQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        return jdbc.sql("select count(*) from (select 1 from indicators" + where + " limit " + MOST_COUNTED
                        + ") counted")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static String where(IndicatorQuery query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        String exact = query.exact();
        String text = query.text();
        if (exact != null) {
            // a whole value is found by its index, however many there are
            conditions.add("value = :exact");
            parameters.put("exact", exact);
        } else if (text != null) {
            conditions.add("search_text like :text");
            parameters.put("text", SearchText.pattern(text));
        }
        if (query.type() != null) {
            conditions.add("type = :type");
            parameters.put("type", query.type().code());
        }
        String source = query.source();
        if (source != null) {
            conditions.add("source = :source");
            parameters.put("source", source);
        }
        if (query.state() != null) {
            conditions.add(
                    switch (query.state()) {
                        case VALID -> "withdrawn_at is null and (valid_until is null or valid_until > :now)";
                        case EXPIRED -> "withdrawn_at is null and valid_until <= :now";
                        case WITHDRAWN -> "withdrawn_at is not null";
                    });
            parameters.put("now", at(query.now()));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    @Override
    public List<String> sources(int most) {
        return jdbc.sql("select source from indicators group by source order by count(*) desc, source limit ?")
                .param(most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public Optional<KnownIndicator> find(long id) {
        return jdbc.sql("select * from indicators where id = ?")
                .param(id)
                .query(PostgresIndicators::known)
                .optional();
    }

    @Override
    public boolean withdraw(long id, int version, KnownIndicator.Withdrawal withdrawal) {
        return jdbc.sql("""
                        update indicators set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where id = :id and version = :version and withdrawn_at is null""")
                        .param("at", at(withdrawal.at()))
                        .param("by", withdrawal.by())
                        .param("reason", withdrawal.reason())
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0;
    }

    @Override
    public List<KnownIndicator> expire(Instant now, int most) {
        return jdbc.sql("""
                        update indicators set expired_at = :now where id in (
                            select id from indicators
                            where valid_until <= :now and expired_at is null and withdrawn_at is null
                            order by valid_until limit :most for update skip locked)
                        returning *""")
                .param("now", at(now))
                .param("most", most)
                .query(PostgresIndicators::known)
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                IndicatorReader.type(row.getString("type")).orElseThrow(),
                row.getString("value"),
                row.getString("source"),
                row.getInt("confidence"),
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                instant(row, "valid_until"),
                row.getString("description"));
    }

    private static KnownIndicator known(ResultSet row, int number) throws SQLException {
        Instant withdrawn = instant(row, "withdrawn_at");
        return new KnownIndicator(
                row.getLong("id"),
                indicator(row),
                withdrawn == null
                        ? null
                        : new KnownIndicator.Withdrawal(
                                withdrawn, row.getString("withdrawn_by"), row.getString("withdrawn_reason")),
                row.getInt("version"),
                Objects.requireNonNull(instant(row, "changed_at")),
                row.getString("changed_by"));
    }
}
