package vn.chieng.api.identity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.Assignment;

/** Rows of identity's tables as records, and the conditions that several queries share. */
final class Rows {
    /** Whether the assignment {@code r} has neither ended nor been withdrawn; parameter {@code :now}. */
    static final String ACTIVE = "r.withdrawn_at is null and (r.ends_at is null or r.ends_at > :now)";

    /** Whether what {@code r} was lent from still holds; parameter {@code :now}. */
    static final String ORIGIN_ACTIVE = """
            (r.delegated_from is null or exists (select from role_assignments o where o.id = r.delegated_from
                and o.withdrawn_at is null and (o.ends_at is null or o.ends_at > :now)))""";

    private Rows() {}

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                AccountKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("mail"),
                row.getString("phone"),
                row.getString("organization_id"),
                row.getString("locale"),
                row.getBoolean("disabled"),
                row.getString("disabled_reason"),
                row.getBoolean("break_glass"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_signed_in_at"),
                row.getInt("version"));
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        Array narrowed = row.getArray("delegated_organization_ids");
        return new Assignment(
                row.getLong("id"),
                row.getLong("account_id"),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                row.getTimestamp("granted_at").toInstant(),
                instant(row, "ends_at"),
                row.getObject("delegated_from", Long.class),
                row.getString("duties"),
                narrowed == null ? null : Set.of((String[]) narrowed.getArray()),
                instant(row, "reviewed_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
