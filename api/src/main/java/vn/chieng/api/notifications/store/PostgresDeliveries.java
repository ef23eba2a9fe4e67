package vn.chieng.api.notifications.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.notifications.DeadLetter;
import vn.chieng.api.notifications.Delivery;
import vn.chieng.api.notifications.Delivery.Plan;
import vn.chieng.api.notifications.Delivery.Target;
import vn.chieng.api.notifications.DeliveryStore;
import vn.chieng.api.notifications.NoticeKind;

@Component
final class PostgresDeliveries implements DeliveryStore {
    private static final String REVIVED = "update deliveries set state = 'WAITING', attempts = 0, due_at = :now,"
            + " claimed_until = null, digest = false where state = 'DEAD'";

    private final JdbcClient jdbc;

    PostgresDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void plan(List<Plan> plans, Instant now) {
        for (Plan plan : plans) {
            jdbc.sql("""
                            insert into deliveries (notice_id, channel, account_id, webhook_id, digest, due_at, created_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .param(plan.noticeId())
                    .param(plan.target() instanceof Target.Mailbox ? "MAIL" : "WEBHOOK")
                    .param(plan.target() instanceof Target.Mailbox(long account) ? account : null)
                    .param(plan.target() instanceof Target.Hook(long hook) ? hook : null)
                    .param(plan.digest())
                    .param(Rows.at(plan.dueAt()))
                    .param(Rows.at(now))
                    .update();
        }
    }

    @Override
    public List<Delivery> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        with due as (
                            select id from deliveries
                            where state = 'WAITING' and due_at <= :now and (claimed_until is null or claimed_until < :now)
                            order by due_at, id limit :limit for update skip locked),
                        mine as (
                            update deliveries d set claimed_until = :until, attempts = attempts + 1 from due
                            where d.id = due.id returning d.*)
                        select m.id, m.channel, m.account_id, m.webhook_id, m.idempotency, m.digest, m.attempts,\s""" + Rows.NOTICE + " from mine m join notices n on n.id = m.notice_id order by m.due_at, m.id")
                .param("now", Rows.at(now))
                .param("until", Rows.at(now.plus(lease)))
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Target target = row.getString("channel").equals("MAIL")
                ? new Target.Mailbox(row.getLong("account_id"))
                : new Target.Hook(row.getLong("webhook_id"));
        return new Delivery(
                row.getLong("id"),
                Rows.notice(row),
                target,
                row.getObject("idempotency", UUID.class),
                row.getBoolean("digest"),
                row.getInt("attempts"));
    }

    @Override
    public void sent(Delivery delivery, Instant at) {
        jdbc.sql("update deliveries set state = 'SENT', sent_at = ?, last_error = null where id = ?")
                .param(Rows.at(at))
                .param(delivery.id())
                .update();
    }

    @Override
    public void again(Delivery delivery, Instant at, String error) {
        jdbc.sql("update deliveries set due_at = ?, claimed_until = null, last_error = ? where id = ?")
                .param(Rows.at(at))
                .param(error.replace('\0', ' '))
                .param(delivery.id())
                .update();
    }

    @Override
    public void dead(Delivery delivery, String error) {
        jdbc.sql("update deliveries set state = 'DEAD', last_error = ? where id = ?")
                .param(error.replace('\0', ' '))
                .param(delivery.id())
                .update();
    }

    @Override
    public void drop(Delivery delivery) {
        jdbc.sql("update deliveries set state = 'DROPPED' where id = ?")
                .param(delivery.id())
                .update();
    }

    @Override
    public List<DeadLetter> dead(int offset, int limit) {
        return jdbc.sql("""
                        select d.id, n.kind, d.channel, coalesce(a.display_name, w.name) recipient, d.attempts,
                            d.created_at, d.last_error
                        from deliveries d join notices n on n.id = d.notice_id
                        left join accounts a on a.id = d.account_id left join webhooks w on w.id = d.webhook_id
                        where d.state = 'DEAD' order by d.id desc offset ? limit ?""")
                .param(offset)
                .param(limit)
                .query((row, _) -> new DeadLetter(
                        row.getLong("id"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getInt("attempts"),
                        Rows.present(row, "created_at"),
                        row.getString("last_error")))
                .list();
    }

    @Override
    public long countDead() {
        return count("DEAD");
    }

    @Override
    public long waiting() {
        return count("WAITING");
    }

    private long count(String state) {
        return jdbc.sql("select count(*) from deliveries where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean revive(long id, Instant now) {
        return jdbc.sql(REVIVED + " and id = :id")
                        .param("now", Rows.at(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public int reviveAll(Instant now) {
        return jdbc.sql(REVIVED).param("now", Rows.at(now)).update();
    }
}
