package vn.chieng.api.dossiers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.dossiers.Dossier;
import vn.chieng.api.dossiers.StoredSection;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.workflow.Course;

/** Between rows and records of dossiers. */
@Component
final class DossierRows {
    private final JsonMapper json;

    DossierRows(JsonMapper json) {
        this.json = json;
    }

    Dossier dossier(ResultSet row, int number) throws SQLException {
        String sha256 = row.getString("sealed_sha256");
        Instant sealedAt = instant(row, "sealed_at");
        return new Dossier(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("system_id", UUID.class),
                row.getString("system_code"),
                row.getString("system_name"),
                row.getInt("edition"),
                row.getObject("predecessor_id", UUID.class),
                strings(row, "flags"),
                row.getString("label"),
                json.readValue(row.getString("course"), Course.class),
                row.getInt("version"),
                row.getInt("content_version"),
                sha256 == null || sealedAt == null ? null : new Dossier.Seal(sha256, sealedAt),
                row.getObject("approved_on", LocalDate.class),
                java.util.Objects.requireNonNull(instant(row, "created_at")),
                java.util.Objects.requireNonNull(instant(row, "changed_at")));
    }

    StoredSection section(ResultSet row, int number) throws SQLException {
        return new StoredSection(
                row.getString("section"),
                row.getInt("version"),
                json.readValue(row.getString("content"), SectionContent.class),
                row.getBoolean("done"),
                row.getString("reused_from"),
                instant(row, "changed_at"),
                row.getLong("changed_by"),
                row.getString("changed_by_name"));
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }

    static Set<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
