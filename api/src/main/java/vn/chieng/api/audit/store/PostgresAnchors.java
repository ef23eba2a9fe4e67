package vn.chieng.api.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.audit.proof.AnchorStore;
import vn.chieng.api.audit.proof.PublishedKey;
import vn.chieng.api.audit.proof.StoredAnchor;

@Component
final class PostgresAnchors implements AnchorStore {
    /** Any number that no other part of the product locks. */
    private static final long LOCK = 0x6175_6469_7431L;

    private static final int MOST_KEYS = 100;

    private final JdbcClient jdbc;

    PostgresAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void publish(PublishedKey key, Instant at) {
        jdbc.sql("insert into audit_keys (id, public_key, made_at) values (?, ?, ?) on conflict do nothing")
                .params(key.id(), Base64.getDecoder().decode(key.encoded()), Rows.at(at))
                .update();
    }

    @Override
    public List<PublishedKey> keys() {
        return jdbc.sql("select id, public_key from audit_keys order by made_at, id limit ?")
                .param(MOST_KEYS)
                .query((row, _) -> new PublishedKey(row.getString("id"), base64(row, "public_key")))
                .list();
    }

    @Override
    public void add(StoredAnchor anchor) {
        jdbc.sql("insert into audit_anchors (day, line, signature, key_id, last_number) values (?, ?, ?, ?, ?)")
                .params(
                        anchor.day(),
                        anchor.line(),
                        Base64.getDecoder().decode(anchor.signature()),
                        anchor.keyId(),
                        anchor.last())
                .update();
    }

    @Override
    public Optional<StoredAnchor> last() {
        return page(0, 1).stream().findFirst();
    }

    @Override
    public List<StoredAnchor> between(LocalDate from, LocalDate to, int limit) {
        return jdbc.sql("select * from audit_anchors where day between ? and ? order by day limit ?")
                .params(from, to, limit)
                .query(PostgresAnchors::anchor)
                .list();
    }

    @Override
    public List<StoredAnchor> page(int offset, int limit) {
        return jdbc.sql("select * from audit_anchors order by day desc limit ? offset ?")
                .params(limit, offset)
                .query(PostgresAnchors::anchor)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from audit_anchors").query(Long.class).single();
    }

    @Override
    public List<StoredAnchor> undelivered(String target, int limit) {
        return jdbc.sql("""
                        select a.* from audit_anchors a left join audit_deliveries d on d.day = a.day and d.target = ?
                        where d.delivered_at is null order by a.day limit ?""")
                .params(target, limit)
                .query(PostgresAnchors::anchor)
                .list();
    }

    @Override
    public void tried(LocalDate day, String target, Instant at, @Nullable String problem) {
        jdbc.sql("""
                        insert into audit_deliveries (day, target, attempts, tried_at, delivered_at, problem)
                        values (:day, :target, 1, :at, case when :problem::text is null then :at end, :problem)
                        on conflict (day, target) do update set attempts = audit_deliveries.attempts + 1,
                            tried_at = excluded.tried_at, delivered_at = excluded.delivered_at, problem = excluded.problem
                        """)
                .param("day", day)
                .param("target", target)
                .param("at", Rows.at(at))
                .param("problem", problem)
                .update();
    }

    @Override
    public List<Delivery> deliveries(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from audit_deliveries where day between ? and ? order by day, target")
                .params(from, to)
                .query((row, _) -> new Delivery(
                        row.getObject("day", LocalDate.class),
                        row.getString("target"),
                        row.getInt("attempts"),
                        Objects.requireNonNull(Rows.instant(row, "tried_at")),
                        Rows.instant(row, "delivered_at"),
                        row.getString("problem")))
                .list();
    }

    private static StoredAnchor anchor(ResultSet row, int number) throws SQLException {
        return new StoredAnchor(
                row.getObject("day", LocalDate.class),
                row.getString("line"),
                base64(row, "signature"),
                row.getString("key_id"),
                row.getLong("last_number"));
    }

    private static String base64(ResultSet row, String column) throws SQLException {
        return Base64.getEncoder().encodeToString(row.getBytes(column));
    }
}
