package vn.chieng.api.identity.store;

import static vn.chieng.api.identity.store.Rows.ACTIVE;
import static vn.chieng.api.identity.store.Rows.ORIGIN_ACTIVE;
import static vn.chieng.api.identity.store.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.Held;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.vietnamese.PersonOrder;
import vn.chieng.api.vietnamese.SearchText;

@Component
final class PostgresPeople implements PeopleStore {
    private static final String HELD =
            "select r.*, a.name, a.display_name, f.display_name from_name from role_assignments r"
                    + " join accounts a on a.id = r.account_id left join role_assignments g on g.id = r.delegated_from"
                    + " left join accounts f on f.id = g.account_id where " + ACTIVE + " and " + ORIGIN_ACTIVE
                    + " and ";

    private final JdbcClient jdbc;
    private final PeopleTerms terms;
    private final OrganizationDirectory organizations;
    private final IdentitySettings settings;

    PostgresPeople(JdbcClient jdbc, PeopleTerms terms, OrganizationDirectory organizations, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public List<Person> list(PeopleQuery query, Scope scope, Instant now, int offset, int limit) {
        PeopleSql sql = sql(query, scope, now);
        List<Person> bare = jdbc.sql(sql.pageSql())
                .params(sql.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> person(row, now))
                .list();
        Set<Long> ids = bare.stream().map(each -> each.account().id()).collect(Collectors.toUnmodifiableSet());
        Map<Long, List<Held>> roles = held(ids, scope, now).stream()
                .collect(Collectors.groupingBy(each -> each.assignment().accountId()));
        return bare.stream()
                .map(each -> new Person(
                        each.account(),
                        roles.getOrDefault(each.account().id(), List.of()),
                        each.state(),
                        each.idleAt()))
                .toList();
    }

    private PeopleSql sql(PeopleQuery query, Scope scope, Instant now) {
        String organization = query.organizationId();
        Set<String> asked = organization == null
                ? Set.of()
                : organizations.subtree(organization).stream()
                        .filter(scope::covers)
                        .collect(Collectors.toUnmodifiableSet());
        return new PeopleSql(query, terms, scope, asked, now, settings);
    }

    @Override
    public long count(PeopleQuery query, Scope scope, Instant now) {
        PeopleSql sql = sql(query, scope, now);
        return jdbc.sql(sql.countSql())
                .params(sql.parameters())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Person> find(long id, Scope scope, Instant now) {
        return jdbc.sql("select a.*, " + PeopleSql.USED + " used_at, " + PeopleSql.EXEMPT + " exempt from accounts a"
                        + " where a.id = :id and " + PeopleSql.visible(scope))
                .param("id", id)
                .param("scope", scope.parameter())
                .param("now", at(now))
                .query((row, _) -> person(row, now))
                .optional()
                .map(bare -> new Person(bare.account(), held(Set.of(id), scope, now), bare.state(), bare.idleAt()));
    }

    @Override
    public Optional<Account> lock(long id) {
        return jdbc.sql("select * from accounts where id = ? for update")
                .param(id)
                .query((row, _) -> Rows.account(row))
                .optional();
    }

    @Override
    public boolean whollyWithin(long id, Scope scope, Instant now) {
        return switch (scope) {
            case Scope.Everything _ -> true;
            case Scope.Organizations _ ->
                jdbc.sql("select " + scope.contains("a.organization_id")
                                + " and not exists (select from role_assignments r where r.account_id = a.id and "
                                + ACTIVE + " and " + ORIGIN_ACTIVE + " and (not coalesce("
                                + scope.contains("r.organization_id")
                                + ", false) or r.role = any (:province))) from accounts a where a.id = :id")
                        .param("id", id)
                        .param("scope", scope.parameter())
                        .param("now", at(now))
                        .param(
                                "province",
                                Stream.of(Role.values())
                                        .filter(role -> role.reach() == Role.Reach.PROVINCE)
                                        .map(Role::name)
                                        .toArray(String[]::new))
                        .query((row, _) -> row.getBoolean(1))
                        .optional()
                        .orElse(false);
        };
    }

    @Override
    public Account change(long id, Account.Draft facts) {
        return jdbc.sql("""
                        update accounts set display_name = ?, kind = ?, mail = ?, phone = ?, organization_id = ?,
                            locale = ?, break_glass = ?, search_text = ?, sort_key = ?, version = version + 1
                        where id = ? returning *""")
                .param(facts.displayName())
                .param(facts.kind().code())
                .param(facts.mail())
                .param(facts.phone())
                .param(facts.organizationId())
                .param(facts.locale())
                .param(facts.breakGlass())
                .param(searched(facts.name(), facts.displayName()))
                .param(PersonOrder.key(facts.displayName()))
                .param(id)
                .query((row, _) -> Rows.account(row))
                .single();
    }

    @Override
    public Account disable(long id, String reason, Instant now) {
        return jdbc.sql("""
                        update accounts set disabled = true, disabled_reason = ?, disabled_at = ?, version = version + 1
                        where id = ? returning *""")
                .param(reason)
                .param(at(now))
                .param(id)
                .query((row, _) -> Rows.account(row))
                .single();
    }

    @Override
    public Account enable(long id, Instant now) {
        return jdbc.sql("""
                        update accounts set disabled = false, disabled_reason = null, disabled_at = null, enabled_at = ?,
                            version = version + 1 where id = ? returning *""")
                .param(at(now))
                .param(id)
                .query((row, _) -> Rows.account(row))
                .single();
    }

    @Override
    public List<Account> idleSince(Instant time) {
        return jdbc.sql("select a.* from accounts a where not a.disabled and not " + PeopleSql.EXEMPT + " and "
                        + PeopleSql.USED + " <= ? order by a.id for update")
                .param(at(time))
                .query((row, _) -> Rows.account(row))
                .list();
    }

    @Override
    public Map<Role, Long> holders(Scope scope, Instant now) {
        Map<Role, Long> holders = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            holders.put(role, 0L);
        }
        jdbc.sql("select r.role, count(distinct r.account_id) n from role_assignments r join accounts a"
                        + " on a.id = r.account_id where not a.disabled and " + ACTIVE + " and " + ORIGIN_ACTIVE
                        + " and "
                        + scope.contains("r.organization_id") + " group by r.role")
                .param("scope", scope.parameter())
                .param("now", at(now))
                .query(row -> {
                    holders.put(Role.valueOf(row.getString("role")), row.getLong("n"));
                });
        return holders;
    }

    @Override
    public List<Held> held(Scope scope, Instant now) {
        return jdbc.sql(HELD + scope.contains("r.organization_id") + " order by a.sort_key, a.id, r.id")
                .param("scope", scope.parameter())
                .param("now", at(now))
                .query((row, _) -> held(row))
                .list();
    }

    @Override
    public List<Held> held(Set<Long> accountIds, Scope scope, Instant now) {
        return jdbc.sql(HELD + scope.contains("r.organization_id") + " and a.id = any (:accounts) order by a.id, r.id")
                .param("scope", scope.parameter())
                .param("now", at(now))
                .param("accounts", accountIds.toArray(Long[]::new))
                .query((row, _) -> held(row))
                .list();
    }

    @Override
    public int fillKeys() {
        List<Account> without = jdbc.sql("select * from accounts where sort_key = ''::bytea or search_text = ''")
                .query((row, _) -> Rows.account(row))
                .list();
        for (Account account : without) {
            jdbc.sql("update accounts set search_text = ?, sort_key = ? where id = ?")
                    .param(searched(account.name(), account.displayName()))
                    .param(PersonOrder.key(account.displayName()))
                    .param(account.id())
                    .update();
        }
        return without.size();
    }

    /** Without the mail address: whoever may not see it whole could find it out letter by letter. */
    static String searched(String name, String displayName) {
        return SearchText.kept(displayName + "\n" + name);
    }

    private Person person(ResultSet row, Instant now) throws SQLException {
        Account account = Rows.account(row);
        @Nullable
        Instant idleAt = row.getBoolean("exempt")
                ? null
                : row.getTimestamp("used_at").toInstant().plus(settings.idleAfter());
        PersonState state = account.disabled()
                ? PersonState.DISABLED
                : idleAt == null || idleAt.minus(settings.idleWarning()).isAfter(now)
                        ? PersonState.ACTIVE
                        : PersonState.IDLE;
        return new Person(account, List.of(), state, idleAt);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Rows.assignment(row),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("from_name"),
                row.getString("authorization_note"));
    }
}
