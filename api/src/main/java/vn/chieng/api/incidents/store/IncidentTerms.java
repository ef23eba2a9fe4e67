package vn.chieng.api.incidents.store;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.IncidentFields;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.SqlFields;
import vn.chieng.api.query.SqlParameters;
import vn.chieng.api.query.SqlTranslation;
import vn.chieng.api.vietnamese.SearchText;

/** The SQL of each field of incidents; what is looked for in evidence, systems and organisations carries the scope of who asks. */
@Component
final class IncidentTerms {
    private static final String NEVER = "false";

    private final NamedOrganizations organizations;

    IncidentTerms(NamedOrganizations organizations) {
        this.organizations = organizations;
    }

    /** For one reader; the statement names {@code :scope}. */
    SqlTranslation of(Reader reader, long me) {
        Scope scope = reader.scope();
        return new SqlTranslation(
                Map.ofEntries(
                        Map.entry("status", IncidentTerms::status),
                        Map.entry("severity", SqlFields.choice("i.severity")),
                        Map.entry("level", SqlFields.choice("i.level")),
                        Map.entry("assignee", (test, parameters) -> assignee(test, parameters, me)),
                        Map.entry("organization", organizations.several("i.organization_ids", scope)),
                        Map.entry("system", (test, parameters) -> system(test, parameters, scope)),
                        Map.entry("system-level", (test, parameters) -> level(test, parameters, scope)),
                        Map.entry("rule", IncidentTerms::rule),
                        Map.entry("technique", IncidentTerms::technique),
                        Map.entry("group", SqlFields.text("i.group_id")),
                        Map.entry("host", (test, parameters) -> evidence("lower(e.host)", test, parameters, scope)),
                        Map.entry("user", (test, parameters) -> user(test, parameters, reader)),
                        Map.entry("ip", (test, parameters) -> address(test, parameters, scope)),
                        Map.entry("observable", child("incident_observables", "lower(c.value)")),
                        Map.entry("label", child("incident_labels", "c.search_text")),
                        Map.entry("tag", IncidentTerms::tag),
                        Map.entry("tlp", SqlFields.choice("i.tlp")),
                        Map.entry("pap", SqlFields.choice("i.pap")),
                        Map.entry("number", SqlFields.text("i.number")),
                        Map.entry("created", SqlFields.time("i.detected_at")),
                        Map.entry("seen", SqlFields.time("i.last_seen")),
                        Map.entry("changed", SqlFields.time("i.changed_at")),
                        Map.entry("detections", SqlFields.number("i.detections")),
                        Map.entry("escalated", SqlFields.flag("(i.escalated_at is not null)")),
                        Map.entry("drill", IncidentTerms::drill)),
                (pattern, parameters) -> words(pattern, parameters, scope));
    }

    private static String status(FieldTest test, SqlParameters parameters) {
        return test instanceof FieldTest.Like(Pattern pattern) && pattern.text().equals("open")
                ? "i.open"
                : SqlFields.choice("i.state").sql(test, parameters);
    }

    private static String drill(FieldTest test, SqlParameters parameters) {
        boolean real = test instanceof FieldTest.Like(Pattern pattern)
                && pattern.text().equals("no");
        return "cardinality(i.exercise_ids) " + (real ? "= 0" : "> 0");
    }

    private static String assignee(FieldTest test, SqlParameters parameters, long me) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "i.assignee_id is not null";
        }
        return switch (pattern.wild() ? "" : pattern.text()) {
            case IncidentFields.ME -> "i.assignee_id = " + parameters.add(me);
            case IncidentFields.NONE -> "i.assignee_id is null";
            default ->
                "i.assignee_id in (select a.id from accounts a where a.search_text like "
                        + parameters.add(within(pattern)) + ")";
        };
    }

    private static String system(FieldTest test, SqlParameters parameters, Scope scope) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "i.system_id is not null";
        }
        return "i.system_id in (select s.id from systems s where (s.search_text like " + parameters.add(within(pattern))
                + " or " + SqlFields.like("s.id::text", pattern, parameters) + ") and "
                + scope.overlaps("s.organization_ids") + ")";
    }

    /** The level of the system it is about. */
    private static String level(FieldTest test, SqlParameters parameters, Scope scope) {
        return "i.system_id in (select s.id from systems s where "
                + SqlFields.number("s.level").sql(test, parameters) + " and " + scope.overlaps("s.organization_ids")
                + ")";
    }

    /** By id, or by title with or without accents. */
    private static String rule(FieldTest test, SqlParameters parameters) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "i.id in (select r.incident_id from incident_rules r)";
        }
        return "i.id in (select r.incident_id from incident_rules r where "
                + SqlFields.like("r.rule_id", pattern, text -> text, parameters)
                + " union all select r.incident_id from incident_rules r where r.search_text like "
                + parameters.add(plainWithin(pattern)) + ")";
    }

    /** A technique stands for those below it too: T1110 finds T1110.001. */
    private static String technique(FieldTest test, SqlParameters parameters) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "exists (select from unnest(i.tags || i.techniques) t (name) where lower(t.name) ~ '^(attack\\.)?t[0-9]')";
        }
        String wanted = pattern.map(text -> SqlFields.storable(text).toLowerCase(Locale.ROOT))
                .like();
        return "exists (select from unnest(i.tags || i.techniques) t (name) where lower(t.name) like any ("
                + parameters.add(new String[] {wanted, wanted + ".%", "attack." + wanted, "attack." + wanted + ".%"})
                + "::text[]))";
    }

    /** What rules carry or people added. */
    private static String tag(FieldTest test, SqlParameters parameters) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return "(cardinality(i.tags) > 0 or i.id in (select c.incident_id from incident_labels c))";
        }
        return "(exists (select from unnest(i.tags) t (name) where "
                + SqlFields.like("lower(t.name)", pattern, parameters) + ") or "
                + child("incident_labels", "c.search_text").sql(test, parameters) + ")";
    }

    private static SqlTranslation.Field child(String table, String column) {
        return (test, parameters) -> test instanceof FieldTest.Like(Pattern pattern)
                ? "i.id in (select c.incident_id from " + table + " c where "
                        + SqlFields.like(column, pattern, SearchText::word, parameters) + ")"
                : "i.id in (select c.incident_id from " + table + " c)";
    }

    private static String evidence(String column, FieldTest test, SqlParameters parameters, Scope scope) {
        String condition = test instanceof FieldTest.Like(Pattern pattern)
                ? SqlFields.like(column, pattern, parameters)
                : column + " is not null";
        return inEvidence(condition, scope);
    }

    /** Whoever may not read names of users can look for a whole one only, and cannot feel their way along it. */
    private static String user(FieldTest test, SqlParameters parameters, Reader reader) {
        boolean feeling = test instanceof FieldTest.Like(Pattern pattern) && pattern.wild();
        return feeling && !reader.personalData()
                ? NEVER
                : evidence("lower(e.user_name)", test, parameters, reader.scope());
    }

    private static String address(FieldTest test, SqlParameters parameters, Scope scope) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            return inEvidence("e.source_ip is not null", scope);
        }
        return pattern.text().indexOf('/') < 0
                ? inEvidence("e.source_ip = " + parameters.add(pattern.text().toLowerCase(Locale.ROOT)), scope)
                : inEvidence(
                        "address_or_null(e.source_ip) <<= address_or_null(" + parameters.add(pattern.text()) + ")",
                        scope);
    }

    private static String inEvidence(String condition, Scope scope) {
        return "i.id in (select e.incident_id from incident_evidence e where " + condition + " and "
                + scope.contains("e.organization_id") + ")";
    }

    /** Words stand in number, title or subject; one that is a whole address, host or user finds its evidence too. */
    private static String words(Pattern pattern, SqlParameters parameters, Scope scope) {
        String found = "i.search_text like " + parameters.add(within(pattern));
        if (pattern.wild()) {
            return found;
        }
        String word = parameters.add(SearchText.word(SqlFields.storable(pattern.text())));
        return "(" + found + " or "
                + inEvidence(
                        "(e.source_ip = %1$s or lower(e.host) = %1$s or lower(e.user_name) = %1$s)".formatted(word),
                        scope)
                + ")";
    }

    private static String within(Pattern pattern) {
        return "%"
                + pattern.map(text -> SearchText.word(SqlFields.storable(text))).like() + "%";
    }

    private static String plainWithin(Pattern pattern) {
        return "%"
                + pattern.map(text -> SearchText.plain(SqlFields.storable(text)))
                        .like() + "%";
    }
}
