package vn.chieng.api.outbox;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresOutbox implements OutboxTable {
    private static final int APPENDED = 500;
    private static final int READ = 2_000;
    /** Of one reading; a single larger row is still read. */
    private static final int MOST_BYTES = 8 << 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PostgresOutbox(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void append(List<OutboxRecord> records) {
        // without it a later commit of the same key could have the smaller number
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('chieng.outbox.append', 0))")
                .query((_, _) -> true)
                .single();
        batches.batchUpdate(
                "insert into outbox (topic, record_key, value) values (?, ?, ?)", records, APPENDED, (row, record) -> {
                    row.setString(1, record.topic());
                    row.setString(2, record.key());
                    row.setBytes(3, record.value());
                });
    }

    @Override
    public boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('chieng.outbox.publish', 0))")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<OutboxRecord> oldest() {
        return jdbc.sql("""
                        select o.id, o.topic, o.record_key, o.value from outbox o join (
                            select id, sum(coalesce(octet_length(value), 0)) over (order by id) as bytes,
                                   row_number() over (order by id) as place
                            from (select id, value from outbox order by id limit :rows) head
                        ) sized on sized.id = o.id
                        where sized.bytes <= :bytes or sized.place = 1
                        order by o.id""")
                .param("rows", READ)
                .param("bytes", MOST_BYTES)
                .query((row, _) -> new OutboxRecord(
                        row.getLong("id"), row.getString("topic"), row.getString("record_key"), row.getBytes("value")))
                .list();
    }

    @Override
    public void delete(List<Long> ids) {
        jdbc.sql("delete from outbox where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
    }

    @Override
    public long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }
}
