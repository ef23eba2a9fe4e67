package vn.chieng.api.organizations.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationCode;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.vietnamese.SearchText;

/** Between rows and records. */
final class Rows {
    private Rows() {}

    static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getString("id"),
                row.getString("parent_id"),
                OrganizationKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                row.getString("name_en"),
                row.getBoolean("outside"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("note"),
                row.getInt("version"));
    }

    static OrganizationCode code(ResultSet row, int number) throws SQLException {
        return new OrganizationCode(
                row.getString("scheme"),
                row.getString("value"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"));
    }

    static OrganizationContact contact(ResultSet row, int number) throws SQLException {
        return new OrganizationContact(
                row.getLong("id"),
                row.getString("organization_id"),
                row.getString("name"),
                row.getString("title"),
                row.getString("phone"),
                row.getBoolean("always_reached"),
                row.getString("mail"),
                row.getString("intake_address"),
                instant(row, "verified_at"),
                row.getString("verified_by"),
                row.getInt("verify_days"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** What a list searches in: both names, as written and without accents. */
    static String searchText(String name, @Nullable String nameEn) {
        return SearchText.kept(nameEn == null ? name : name + "\n" + nameEn);
    }
}
