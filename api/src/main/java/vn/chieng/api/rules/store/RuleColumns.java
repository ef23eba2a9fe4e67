package vn.chieng.api.rules.store;

import java.util.Locale;
import java.util.Map;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;

/** The SQL of each field of rules, over {@code rules r}. */
final class RuleColumns {
    static final SqlTranslation ALL = new SqlTranslation(
            Map.ofEntries(
                    Map.entry("title", SqlFields.prose("(r.title || E'\\n' || r.title_vi)")),
                    Map.entry("id", SqlFields.text("r.id")),
                    Map.entry("author", SqlFields.prose("nullif(r.author, '')")),
                    Map.entry("level", SqlFields.number("coalesce(r.override, r.level)")),
                    Map.entry("own-level", SqlFields.number("r.level")),
                    Map.entry("status", SqlFields.text("r.status")),
                    Map.entry("enabled", SqlFields.flag("r.enabled")),
                    Map.entry("effective", SqlFields.flag("r.effective")),
                    Map.entry("seen", SqlFields.flag("coalesce(r.seen = 'seen', false)")),
                    Map.entry("tuned", SqlFields.flag("(r.filters > 0 or r.override is not null)")),
                    Map.entry("product", SqlFields.text("r.product")),
                    Map.entry("category", SqlFields.text("r.category")),
                    Map.entry("service", SqlFields.text("r.service")),
                    Map.entry("kind", SqlFields.text("r.kind")),
                    Map.entry("origin", SqlFields.text("r.origin")),
                    Map.entry("technique", RuleColumns::technique),
                    Map.entry("tag", within("r.tags")),
                    Map.entry("missing", within("r.missing_fields")),
                    Map.entry("exceptions", SqlFields.number("r.filters")),
                    Map.entry("version", SqlFields.number("r.version")),
                    Map.entry("matches", SqlFields.number(counted("matches"))),
                    Map.entry("failures", SqlFields.number(counted("failures"))),
                    Map.entry(
                            "last-match",
                            SqlFields.time("(select t.last_match from rule_totals t where t.rule_id = r.id)")),
                    Map.entry("changed", SqlFields.time("r.changed_at"))),
            SqlFields.searched("r.search_text"));

    private RuleColumns() {}

    private static String counted(String column) {
        return "coalesce((select t." + column + " from rule_totals t where t.rule_id = r.id), 0)";
    }

    private static SqlTranslation.Field within(String array) {
        return (test, parameters) -> test instanceof FieldTest.Like(Pattern pattern)
                ? "exists (select from unnest(" + array + ") e (value) where "
                        + SqlFields.like("lower(e.value)", pattern, parameters) + ")"
                : "cardinality(" + array + ") > 0";
    }

    /** A technique stands for those below it too: T1110 finds T1110.001. */
    private static String technique(FieldTest test, SqlParameters parameters) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "exists (select from unnest(r.tags) e (value) where lower(e.value) like 'attack.%')";
        }
        String wanted = "attack."
                + pattern.map(text -> SqlFields.storable(text).toLowerCase(Locale.ROOT))
                        .like();
        return "exists (select from unnest(r.tags) e (value) where lower(e.value) like any ("
                + parameters.add(new String[] {wanted, wanted + ".%"}) + "::text[]))";
    }
}
