package vn.chieng.api.notifications.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.notifications.Webhook;
import vn.chieng.api.notifications.WebhookStore;

@Component
final class PostgresWebhooks implements WebhookStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresWebhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Webhook> list() {
        return jdbc.sql("select * from webhooks order by name, id")
                .query((row, _) -> webhook(row))
                .list();
    }

    @Override
    public Optional<Webhook> find(long id) {
        return jdbc.sql("select * from webhooks where id = ?")
                .param(id)
                .query((row, _) -> webhook(row))
                .optional();
    }

    @Override
    public Optional<Webhook> add(Webhook.Draft draft) {
        return jdbc.sql("""
                        insert into webhooks (name, url, secret, kinds, drills, enabled, created_at)
                        values (?, ?, '', ?, ?, ?, ?) on conflict (name) do nothing returning *""")
                .param(draft.name())
                .param(draft.url().toString())
                .param(Rows.names(draft.kinds()))
                .param(draft.drills())
                .param(draft.enabled())
                .param(Rows.at(clock.instant()))
                .query((row, _) -> webhook(row))
                .optional();
    }

    @Override
    public boolean change(long id, int version, Webhook.Draft draft) {
        return jdbc.sql("""
                        update webhooks set name = :name, url = :url, kinds = :kinds, drills = :drills,
                            enabled = :enabled, version = version + 1
                        where id = :id and version = :version
                            and not exists (select from webhooks o where o.name = :name and o.id <> :id)""")
                        .param("name", draft.name())
                        .param("url", draft.url().toString())
                        .param("kinds", Rows.names(draft.kinds()))
                        .param("drills", draft.drills())
                        .param("enabled", draft.enabled())
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0;
    }

    @Override
    public void secret(long id, Webhook.Sealed secret) {
        jdbc.sql("update webhooks set secret = ? where id = ?")
                .param(secret.box())
                .param(id)
                .update();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                URI.create(row.getString("url")),
                new Webhook.Sealed(row.getBytes("secret")),
                Rows.kinds(row.getArray("kinds")),
                row.getBoolean("drills"),
                row.getBoolean("enabled"),
                row.getInt("version"));
    }
}
