package vn.chieng.api.rules.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.rules.ListedRule;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleCounts;
import vn.chieng.api.rules.RuleFilter;
import vn.chieng.api.rules.RuleQuery;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.RuleTotals;
import vn.chieng.api.rules.RuleVersion;
import vn.chieng.api.rules.RuleWrite;
import vn.chieng.api.rules.SeenInput;

@Component
final class PostgresRules implements RuleStore {
    private static final int MOST_VALUES = 2_000;

    private final JdbcClient jdbc;
    private final RuleWriter writer;
    private final FilterTable filters;

    PostgresRules(JdbcClient jdbc, RuleWriter writer, FilterTable filters) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.filters = filters;
    }

    @Override
    public Optional<Rule> find(String id) {
        return jdbc.sql("select * from rules where id = ?")
                .param(id)
                .query(Rows::rule)
                .optional();
    }

    @Override
    public Optional<Rule> lock(String id) {
        return jdbc.sql("select * from rules where id = ? for update")
                .param(id)
                .query(Rows::rule)
                .optional();
    }

    @Override
    public Map<String, Rule> lock(Collection<String> ids) {
        return byId(ids, " order by id for update");
    }

    @Override
    public Map<String, Rule> find(Collection<String> ids) {
        return byId(ids, "");
    }

    private Map<String, Rule> byId(Collection<String> ids, String ending) {
        return jdbc
                .sql("select * from rules where id = any (?)" + ending)
                .param(ids.toArray(String[]::new))
                .query(Rows::rule)
                .list()
                .stream()
                .collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    @Override
    public List<ListedRule> list(RuleQuery query, int offset, int limit) {
        var terms = new RuleTerms(query);
        return jdbc.sql("""
                        select r.*, coalesce(t.events, 0) as events, coalesce(t.candidates, 0) as candidates,
                               coalesce(t.matches, 0) as matches, coalesce(t.nanoseconds, 0) as nanoseconds,
                               coalesce(t.failures, 0) as failures, t.last_match, t.at,
                               (select since from seen_looks) as since
                        from rules r left join rule_totals t on t.rule_id = r.id
                        where\s""" + terms.where() + " order by " + terms.order() + " offset :offset limit :limit")
                .params(terms.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) ->
                        new ListedRule(Rows.rule(row, number), Rows.totals(row, number), Rows.seen(row, number)))
                .list();
    }

    @Override
    public int count(RuleQuery query) {
        var terms = new RuleTerms(query);
        return jdbc.sql("select count(*) from rules r where " + terms.where())
                .params(terms.parameters())
                .query(Integer.class)
                .single();
    }

    @Override
    public RuleCounts counts() {
        return jdbc.sql("""
                        select count(*) as all_rules, count(*) filter (where enabled) as enabled,
                               count(*) filter (where not effective) as ineffective,
                               count(*) filter (where enabled and seen in ('fields', 'source')) as unseen,
                               count(*) filter (where filters > 0 or override is not null) as tuned,
                               (select count(distinct rule_id) from rule_activity where failures > 0) as failing
                        from rules""")
                .query((row, _) -> new RuleCounts(
                        row.getInt("all_rules"),
                        row.getInt("enabled"),
                        row.getInt("ineffective"),
                        row.getInt("unseen"),
                        row.getInt("tuned"),
                        row.getInt("failing")))
                .single();
    }

    @Override
    public List<String> products() {
        return jdbc.sql("select distinct product from rules where product is not null order by product")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> values(String field) {
        String value = switch (field) {
            case "product", "category", "service", "status", "origin", "author" -> "r." + field;
            case "tag" -> "unnest(r.tags)";
            case "technique" -> "substr(unnest(r.tags), length('attack.') + 1)";
            case "missing" -> "unnest(r.missing_fields)";
            default -> null;
        };
        return value == null
                ? List.of()
                : jdbc.sql("select distinct v from (select " + value + " as v from rules r) each"
                                + " where v <> '' order by v limit " + MOST_VALUES)
                        .query((row, _) -> row.getString(1))
                        .list();
    }

    @Override
    public RuleTotals totals(String id) {
        return jdbc.sql("select * from rule_totals where rule_id = ?")
                .param(id)
                .query(Rows::totals)
                .optional()
                .orElseGet(() -> new RuleTotals(0, 0, 0, 0, 0, null, null));
    }

    @Override
    public SeenInput seen(String id) {
        return jdbc.sql("select seen, seen_at, unseen_fields, (select since from seen_looks) as since"
                        + " from rules where id = ?")
                .param(id)
                .query(Rows::seen)
                .single();
    }

    @Override
    public String text(String hash) {
        return jdbc.sql("select text from rule_texts where hash = ?")
                .param(hash)
                .query(String.class)
                .single();
    }

    @Override
    public Map<String, String> texts(Collection<String> hashes) {
        Map<String, String> texts = new HashMap<>();
        jdbc.sql("select hash, text from rule_texts where hash = any (?)")
                .param(hashes.toArray(String[]::new))
                .query(row -> {
                    texts.put(row.getString("hash"), row.getString("text"));
                });
        return texts;
    }

    @Override
    public void add(List<RuleWrite> added) {
        writer.add(added);
    }

    @Override
    public void change(List<RuleWrite> changed) {
        writer.change(changed);
    }

    @Override
    public List<RuleVersion> versions(String id) {
        return jdbc.sql("select * from rule_versions where rule_id = ? order by version desc")
                .param(id)
                .query(Rows::version)
                .list();
    }

    @Override
    public Optional<RuleVersion> version(String id, int version) {
        return jdbc.sql("select * from rule_versions where rule_id = ? and version = ?")
                .param(id)
                .param(version)
                .query(Rows::version)
                .optional();
    }

    @Override
    public List<RuleFilter> filters(String ruleId) {
        return filters.of(List.of(ruleId)).getOrDefault(ruleId, List.of());
    }

    @Override
    public Map<String, List<RuleFilter>> filters(Collection<String> ruleIds) {
        return filters.of(ruleIds);
    }

    @Override
    public RuleFilter add(RuleFilter filter) {
        return filters.add(filter);
    }

    @Override
    public boolean end(String ruleId, long filterId, boolean expired, Instant now) {
        return filters.end(ruleId, filterId, expired, now);
    }

    @Override
    public List<String> withFiltersBefore(LocalDate today) {
        return jdbc.sql(
                        "select distinct rule_id from rule_filters where ended_at is null and expires_on < ? order by 1")
                .param(today)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> enabled() {
        return jdbc.sql("select id from rules where enabled order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
