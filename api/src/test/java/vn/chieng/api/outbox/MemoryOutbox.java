package vn.chieng.api.outbox;

import java.util.ArrayList;
import java.util.List;

/** Rows in memory. */
final class MemoryOutbox implements OutboxTable {
    final List<OutboxRecord> rows = new ArrayList<>();
    boolean mine = true;

    @Override
    public void append(List<OutboxRecord> records) {
        for (OutboxRecord each : records) {
            rows.add(new OutboxRecord(rows.size() + 1L, each.topic(), each.key(), each.value()));
        }
    }

    @Override
    public boolean mine() {
        return mine;
    }

    @Override
    public List<OutboxRecord> oldest() {
        return List.copyOf(rows);
    }

    @Override
    public void delete(List<Long> ids) {
        rows.removeIf(row -> ids.contains(row.id()));
    }

    @Override
    public long waiting() {
        return rows.size();
    }
}
