package vn.chieng.api.rules.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.rules.RuleQuery;

/** A query as SQL over {@code rules r} and, for the order, {@code rule_totals t}. */
final class RuleTerms {
    private final RuleQuery query;
    private final List<String> terms = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    RuleTerms(RuleQuery query) {
        this.query = query;
        var typed = new SqlParameters();
        terms.add(RuleColumns.ALL.sql(query.asked(), typed));
        parameters.putAll(typed.values());
        add(
                "coalesce(r.override, r.level) = :level",
                "level",
                query.level() == null ? null : LevelRanks.of(query.level()));
        add("r.status = :status", "status", query.status());
        add("r.product = :product", "product", query.product());
        add("r.enabled = :enabled", "enabled", query.enabled());
        add("r.effective = :effective", "effective", query.effective());
        add("coalesce(r.seen = 'seen', false) = :seen", "seen", query.seen());
        add("r.kind = :kind", "kind", query.kind() == null ? null : query.kind().code());
        String attack = query.attack();
        add(
                "exists (select from unnest(r.tags) tag where tag = :attack or tag like :attack || '.%')",
                "attack", attack == null ? null : "attack." + attack.toLowerCase(Locale.ROOT));
        if (query.tuned()) {
            terms.add("(r.filters > 0 or r.override is not null)");
        }
    }

    private void add(String term, String name, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            parameters.put(name, value);
        }
    }

    String where() {
        return String.join(" and ", terms);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String order() {
        return switch (query.sort()) {
            case TITLE -> "r.title, r.id";
            case LEVEL -> "coalesce(r.override, r.level) desc, r.title, r.id";
            case MATCHES -> "coalesce(t.matches, 0) desc, r.title, r.id";
            case LAST_MATCH -> "t.last_match desc nulls last, r.title, r.id";
            case COST -> "coalesce(t.nanoseconds, 0) desc, r.title, r.id";
            case CHANGED -> "r.changed_at desc, r.title, r.id";
        };
    }
}
