package vn.chieng.api.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.EntryColumns;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.audit.chain.StoredEntry;

/** Between rows and records. */
final class Rows {
    private Rows() {}

    static ChainStore.End end(ResultSet row, int number) throws SQLException {
        return new ChainStore.End(
                row.getLong("last_number"), row.getString("last_hash"), required(instant(row, "last_at")));
    }

    static StoredEntry stored(ResultSet row, int number) throws SQLException {
        long account = row.getLong("account_id");
        @Nullable Long accountId = row.wasNull() ? null : account;
        return new StoredEntry(
                row.getLong("number"),
                row.getString("line"),
                row.getString("hash"),
                new EntryColumns(
                        row.getObject("day", LocalDate.class),
                        required(instant(row, "at")),
                        accountId,
                        row.getString("actor_name"),
                        row.getString("role"),
                        row.getString("action"),
                        row.getString("object_type"),
                        row.getString("object_id"),
                        List.of((String[]) row.getArray("organization_ids").getArray()),
                        row.getString("address"),
                        row.getString("search_text")));
    }

    /** The entry; where its line is no longer one, what it is found by, with the line as it stands: tampering must not hide the rest. */
    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        StoredEntry stored = stored(row, number);
        try {
            return EntryLine.read(stored.line());
        } catch (IllegalArgumentException e) {
            EntryColumns columns = stored.columns();
            return new AuditEntry(
                    stored.number(),
                    columns.day(),
                    columns.at(),
                    "",
                    stored.hash(),
                    new AuditEntry.Actor(
                            columns.accountId(), columns.actorName(), columns.actorName(), columns.role(), null, null),
                    columns.action(),
                    new AuditEntry.Subject(columns.objectType(), columns.objectId(), null, columns.organizationIds()),
                    Map.of(),
                    Map.of("line", stored.line()),
                    null,
                    columns.address(),
                    null,
                    null);
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant required(@Nullable Instant at) {
        return java.util.Objects.requireNonNull(at);
    }
}
