package vn.chieng.api.views.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.views.SavedView;
import vn.chieng.api.views.SavedViews;
import vn.chieng.api.views.ViewAction;
import vn.chieng.api.views.ViewArea;

@Component
final class PostgresViews implements SavedViews {
    private static final String SEEN = "(v.owner_id = :me or v.organization_id = :unit)";
    private static final String VIEW =
            "select v.*, a.display_name from saved_views v join accounts a on a.id = v.owner_id where ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    PostgresViews(JdbcClient jdbc, TransactionTemplate transactions, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<SavedView> visible(ViewArea area, SignedIn caller) {
        return jdbc.sql(VIEW + SEEN + " and v.area = :area order by v.name, v.id limit 200")
                .params(caller(caller))
                .param("area", area.name())
                .query(PostgresViews::view)
                .list();
    }

    @Override
    public Optional<SavedView> find(UUID id, SignedIn caller) {
        return jdbc.sql(VIEW + SEEN + " and v.id = :id")
                .params(caller(caller))
                .param("id", id)
                .query(PostgresViews::view)
                .optional();
    }

    @Override
    public Optional<SavedView> save(ViewArea area, String name, String address, boolean shared, SignedIn caller) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            long others = jdbc.sql("select count(*) from saved_views where owner_id = ? and area = ? and name <> ?")
                    .param(caller.accountId())
                    .param(area.name())
                    .param(name)
                    .query(Long.class)
                    .single();
            if (others >= MOST) {
                return Optional.<SavedView>empty();
            }
            UUID id = jdbc.sql("""
                            insert into saved_views (id, area, name, address, owner_id, organization_id, created_at)
                            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)
                            on conflict (owner_id, area, name) do update set
                                address = excluded.address, organization_id = excluded.organization_id
                            returning id""")
                    .param(area.name())
                    .param(name)
                    .param(address)
                    .param(caller.accountId())
                    .param(shared ? caller.organizationId() : null)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .single();
            audit.record(
                    caller,
                    AuditRecord.of(ViewAction.SAVED, "saved-view", id.toString(), name, organizations(caller))
                            .changed(Map.of(), Map.of("area", area.code(), "shared", shared)));
            return find(id, caller);
        }));
    }

    @Override
    public boolean delete(UUID id, SignedIn caller) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<SavedView> view = find(id, caller).filter(found -> found.ownerId() == caller.accountId());
            view.ifPresent(found -> {
                jdbc.sql("delete from saved_views where id = ?").param(id).update();
                audit.record(
                        caller,
                        AuditRecord.of(
                                ViewAction.DELETED, "saved-view", id.toString(), found.name(), organizations(caller)));
            });
            return view.isPresent();
        }));
    }

    private static Set<String> organizations(SignedIn caller) {
        String organizationId = caller.organizationId();
        return organizationId == null ? Set.of() : Set.of(organizationId);
    }

    @Override
    public Optional<SavedView> last(ViewArea area, SignedIn caller) {
        return jdbc.sql(VIEW + SEEN + " and v.id = (select l.view_id from last_views l where l.account_id = :me and"
                        + " l.area = :area)")
                .params(caller(caller))
                .param("area", area.name())
                .query(PostgresViews::view)
                .optional();
    }

    @Override
    public void opened(ViewArea area, @Nullable SavedView view, SignedIn caller) {
        if (caller.accountId() == 0) {
            return;
        }
        if (view == null) {
            jdbc.sql("delete from last_views where account_id = ? and area = ?")
                    .param(caller.accountId())
                    .param(area.name())
                    .update();
        } else {
            jdbc.sql("insert into last_views (account_id, area, view_id) values (?, ?, ?)"
                            + " on conflict (account_id, area) do update set view_id = excluded.view_id")
                    .param(caller.accountId())
                    .param(area.name())
                    .param(view.id())
                    .update();
        }
    }

    private static Map<String, Object> caller(SignedIn caller) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("me", caller.accountId());
        parameters.put("unit", String.valueOf(caller.organizationId()));
        return parameters;
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                ViewArea.valueOf(row.getString("area")),
                row.getString("name"),
                row.getString("address"),
                row.getLong("owner_id"),
                row.getString("display_name"),
                row.getString("organization_id"));
    }
}
