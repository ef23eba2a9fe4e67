package vn.chieng.api.identity.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.query.SqlParameters;

/** The SQL of a list of people: only fixed text and named parameters. */
final class PeopleSql {
    /** When nobody had signed in to {@code a} since, idleness began. */
    static final String USED = "greatest(a.created_at, a.last_signed_in_at, a.enabled_at)";

    /** What is never disabled for idleness. */
    static final String EXEMPT = "(a.break_glass or a.kind = 'service')";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final PeopleQuery query;

    PeopleSql(
            PeopleQuery query,
            PeopleTerms terms,
            Scope scope,
            Set<String> organizations,
            Instant now,
            IdentitySettings settings) {
        this.query = query;
        conditions.add(visible(scope));
        parameters.put("scope", scope.parameter());
        parameters.put("now", Rows.at(now));
        parameters.put("warned", Rows.at(now.minus(settings.idleAfter()).plus(settings.idleWarning())));
        var typed = new SqlParameters();
        conditions.add(terms.of(query, scope).sql(query.asked(), typed));
        parameters.putAll(typed.values());
        if (query.kind() != null) {
            conditions.add("a.kind = :kind");
            parameters.put("kind", query.kind().code());
        }
        if (query.state() != null) {
            conditions.add(state(query.state()));
        }
        if (query.role() != null) {
            conditions.add(holding("r.role = :role", scope));
            parameters.put("role", query.role().name());
        }
        if (query.organizationId() != null) {
            conditions.add("(a.organization_id = any (:organizations) or "
                    + holding("r.organization_id = any (:organizations)", scope) + ")");
            parameters.put("organizations", organizations.toArray(String[]::new));
        }
    }

    /** Whether the account {@code a} is in scope: by where its person works, or by a role held there now. */
    static String visible(Scope scope) {
        return "(" + scope.contains("a.organization_id") + " or " + holding("true", scope) + ")";
    }

    /** Whether the account is in this state. */
    static String state(PersonState state) {
        return switch (state) {
            case ACTIVE -> "not a.disabled";
            case DISABLED -> "a.disabled";
            case IDLE -> "(not a.disabled and not " + EXEMPT + " and " + USED + " <= :warned)";
        };
    }

    /** Whether its person holds a role in scope for which the condition on {@code r} holds. */
    static String holding(String condition, Scope scope) {
        return "exists (select from role_assignments r where r.account_id = a.id and " + condition + " and "
                + scope.contains("r.organization_id") + " and " + Rows.ACTIVE + " and " + Rows.ORIGIN_ACTIVE + ")";
    }

    String countSql() {
        return "select count(*) from accounts a where " + String.join(" and ", conditions);
    }

    String pageSql() {
        String order = switch (query.sort()) {
            case NAME -> "a.sort_key, a.id";
            case SIGNED_IN -> "a.last_signed_in_at desc nulls last, a.id";
        };
        return "select a.*, " + USED + " used_at, " + EXEMPT + " exempt from accounts a where "
                + String.join(" and ", conditions) + " order by " + order + " limit :limit offset :offset";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
