package vn.chieng.api.rules.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.rules.FilterCondition;
import vn.chieng.api.rules.RuleFilter;

/** The exceptions. */
@Component
final class FilterTable {
    private static final TypeReference<List<FilterCondition>> CONDITIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FilterTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, List<RuleFilter>> of(Collection<String> ruleIds) {
        return jdbc
                .sql("""
                        select id, rule_id, conditions::text, text, reason, expires_on, account_name, created_at
                        from rule_filters where rule_id = any (?) and ended_at is null order by id""")
                .param(ruleIds.toArray(String[]::new))
                .query((row, _) -> new RuleFilter(
                        row.getLong("id"),
                        row.getString("rule_id"),
                        json.readValue(row.getString("conditions"), CONDITIONS),
                        row.getString("text"),
                        row.getString("reason"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("account_name"),
                        Rows.at(row, "created_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RuleFilter::ruleId));
    }

    RuleFilter add(RuleFilter filter) {
        long id = jdbc.sql("""
                        insert into rule_filters (rule_id, conditions, text, reason, expires_on, account_name, created_at)
                        values (?, ?::jsonb, ?, ?, ?, ?, ?) returning id""")
                .param(filter.ruleId())
                .param(json.writeValueAsString(filter.conditions()))
                .param(filter.text())
                .param(filter.reason())
                .param(filter.expiresOn())
                .param(filter.accountName())
                .param(Rows.at(filter.createdAt()))
                .query(Long.class)
                .single();
        return new RuleFilter(
                id,
                filter.ruleId(),
                filter.conditions(),
                filter.text(),
                filter.reason(),
                filter.expiresOn(),
                filter.accountName(),
                filter.createdAt());
    }

    boolean end(String ruleId, long filterId, boolean expired, Instant now) {
        return jdbc.sql("update rule_filters set ended_at = ?, ended_why = ?"
                                + " where id = ? and rule_id = ? and ended_at is null")
                        .param(Rows.at(now))
                        .param(expired ? "expired" : "removed")
                        .param(filterId)
                        .param(ruleId)
                        .update()
                > 0;
    }
}
