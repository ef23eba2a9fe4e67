package vn.chieng.api.identity.store;

import static vn.chieng.api.identity.store.Rows.ACTIVE;
import static vn.chieng.api.identity.store.Rows.ORIGIN_ACTIVE;
import static vn.chieng.api.identity.store.Rows.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.AssignmentStore;
import vn.chieng.api.identity.Delegation;

@Component
final class PostgresAssignments implements AssignmentStore {
    private final JdbcClient jdbc;

    PostgresAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Assignment> lock(long id, Instant now) {
        return jdbc.sql("select r.* from role_assignments r where r.id = :id and " + ACTIVE + " and " + ORIGIN_ACTIVE
                        + " for update of r")
                .param("id", id)
                .param("now", at(now))
                .query((row, _) -> Rows.assignment(row))
                .optional();
    }

    @Override
    public Assignment delegate(Delegation.Draft delegation, Assignment origin, Instant now) {
        return jdbc.sql("""
                        insert into role_assignments (account_id, role, organization_id, granted_by, granted_at, ends_at,
                            delegated_from, duties, delegated_organization_ids, authorization_note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *""")
                .param(delegation.receiverId())
                .param(origin.role().name())
                .param(origin.organizationId())
                .param(origin.accountId())
                .param(at(now))
                .param(at(delegation.endsAt()))
                .param(origin.id())
                .param(delegation.duties())
                .param(delegation.organizationIds().stream().sorted().toArray(String[]::new))
                .param(delegation.authorization())
                .query((row, _) -> Rows.assignment(row))
                .single();
    }

    @Override
    public void withdraw(long id, @Nullable Long by, @Nullable String reason, Instant now) {
        jdbc.sql("update role_assignments set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? where id = ?")
                .param(at(now))
                .param(by)
                .param(reason)
                .param(id)
                .update();
    }

    @Override
    public List<Long> lockAdministrators(String rootId, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('chieng.administrators', 0))")
                .query(row -> {});
        return jdbc.sql("""
                        select distinct r.account_id from role_assignments r join accounts a on a.id = r.account_id
                        where r.role = 'ADMINISTRATOR' and r.organization_id = ? and r.withdrawn_at is null
                            and r.ends_at is null and r.delegated_from is null and not a.disabled""")
                .param(rootId)
                .query((row, _) -> row.getLong("account_id"))
                .list();
    }

    @Override
    public List<Delegation> given(long accountId, Instant now, int limit) {
        return jdbc.sql("select r.*, a.name receiver, a.display_name receiver_name, (" + ACTIVE + " and "
                        + ORIGIN_ACTIVE + """
                        and not a.disabled) holds
                        from role_assignments r join role_assignments g on g.id = r.delegated_from
                            join accounts a on a.id = r.account_id
                        where g.account_id = :account order by r.id desc limit :limit""")
                .param("account", accountId)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, _) -> new Delegation(
                        Rows.assignment(row),
                        row.getString("receiver"),
                        row.getString("receiver_name"),
                        row.getString("authorization_note"),
                        Rows.instant(row, "withdrawn_at"),
                        row.getBoolean("holds")))
                .list();
    }

    @Override
    public List<Assignment> lent(long accountId, Instant now) {
        return jdbc.sql("select r.* from role_assignments r join role_assignments g on g.id = r.delegated_from"
                        + " where g.account_id = :account and " + ACTIVE + " order by r.id for update of r")
                .param("account", accountId)
                .param("now", at(now))
                .query((row, _) -> Rows.assignment(row))
                .list();
    }

    @Override
    public void reviewed(long id, Instant now) {
        jdbc.sql("update role_assignments set reviewed_at = ? where id = ?")
                .param(at(now))
                .param(id)
                .update();
    }
}
