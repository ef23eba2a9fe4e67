package vn.chieng.api.audit.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.EntryColumns;
import vn.chieng.api.audit.chain.EntryDraft;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.audit.chain.StoredEntry;

/** Writes the chain: the row that holds its end is locked until the caller's transaction is over. */
@Component
final class PostgresChain implements ChainStore {
    private static final int BATCH = 500;
    private static final String NOTHING = "0".repeat(64);

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Counter written;

    PostgresChain(JdbcTemplate template, MeterRegistry meters) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.written = meters.counter("chieng.audit.entries.written");
    }

    @Override
    public void append(List<EntryDraft> drafts, Instant now) {
        End end = lockedEnd();
        Instant at = later(now.truncatedTo(ChronoUnit.MICROS), end.at());
        List<StoredEntry> entries = new ArrayList<>(drafts.size());
        long number = end.number();
        String hash = end.hash();
        for (EntryDraft draft : drafts) {
            number++;
            StoredEntry entry = StoredEntry.of(EntryLine.written(number, at, hash, draft));
            hash = entry.hash();
            entries.add(entry);
        }
        template.batchUpdate("""
                        insert into audit_entries (number, line, hash, day, at, account_id, actor_name, role, action,
                            object_type, object_id, organization_ids, address, search_text)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, BATCH, PostgresChain::fill);
        endsAt(new End(number, hash, at));
        written.increment(entries.size());
    }

    private static void fill(PreparedStatement row, StoredEntry entry) throws SQLException {
        EntryColumns columns = entry.columns();
        row.setLong(1, entry.number());
        row.setString(2, entry.line());
        row.setString(3, entry.hash());
        row.setObject(4, columns.day());
        row.setObject(5, Rows.at(columns.at()));
        row.setObject(6, columns.accountId(), Types.BIGINT);
        row.setString(7, columns.actorName());
        row.setString(8, columns.role());
        row.setString(9, columns.action());
        row.setString(10, columns.objectType());
        row.setString(11, columns.objectId());
        row.setArray(
                12,
                row.getConnection()
                        .createArrayOf("text", columns.organizationIds().toArray()));
        row.setString(13, columns.address());
        row.setString(14, columns.searchText());
    }

    @Override
    public End end() {
        return jdbc.sql("select * from audit_chain").query(Rows::end).single();
    }

    @Override
    public End endedBefore(Instant time) {
        End end = lockedEnd();
        if (end.at().isBefore(time)) {
            endsAt(new End(end.number(), end.hash(), time));
        }
        return end;
    }

    private End lockedEnd() {
        return jdbc.sql("select * from audit_chain for update").query(Rows::end).single();
    }

    private void endsAt(End end) {
        jdbc.sql("update audit_chain set last_number = ?, last_hash = ?, last_at = ?")
                .params(end.number(), end.hash(), Rows.at(end.at()))
                .update();
    }

    @Override
    public List<StoredEntry> entries(long after, long last, int limit) {
        return jdbc.sql("select * from audit_entries where number > ? and number <= ? order by number limit ?")
                .params(after, last, limit)
                .query(Rows::stored)
                .list();
    }

    @Override
    public long lastNumberBefore(LocalDate day) {
        // not the highest number before the day: where the last entries are missing, that would be too low
        return jdbc.sql("""
                        select coalesce(
                            (select number - 1 from audit_entries where day >= ? order by day, number limit 1),
                            (select last_number from audit_chain))""").param(day).query(Long.class).single();
    }

    @Override
    public String hash(long number) {
        return number == 0
                ? NOTHING
                : jdbc.sql("select hash from audit_entries where number = ?")
                        .param(number)
                        .query(String.class)
                        .single();
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return jdbc.sql("select day from audit_entries order by number limit 1")
                .query(LocalDate.class)
                .optional();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
