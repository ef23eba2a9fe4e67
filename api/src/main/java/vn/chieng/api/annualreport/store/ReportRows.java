package vn.chieng.api.annualreport.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.annualreport.LateApproval;
import vn.chieng.api.annualreport.ReportHead;
import vn.chieng.api.annualreport.ReportState;
import vn.chieng.api.annualreport.StoredPart;
import vn.chieng.api.annualreport.StoredReport;
import vn.chieng.api.annualreport.UnitPart;
import vn.chieng.law.pack.PackVersion;

/** Reads rows of the tables of annual reports. */
@Component("annualReportRows")
final class ReportRows {
    static final String COLUMNS = "year, pack, pack_version, first_day, last_day, state, sections, head, version,"
            + " opened_at, opened_by, content_hash, frozen_at, frozen_by, late_reason, late_approver, signed_name, signed_hash, signed_at, signed_by";

    private final JsonMapper json;

    ReportRows(JsonMapper json) {
        this.json = json;
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    StoredReport report(ResultSet row, int number) throws SQLException {
        return new StoredReport(
                row.getInt("year"),
                new PackVersion(row.getString("pack"), row.getString("pack_version")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                ReportState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                json.readValue(row.getString("sections"), new TypeReference<Map<String, String>>() {}),
                json.readValue(row.getString("head"), ReportHead.class),
                row.getInt("version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                seal(row, "content_hash", "frozen_at", "frozen_by"),
                late(row),
                seal(row, "signed_hash", "signed_at", "signed_by"),
                row.getString("signed_name"));
    }

    private static StoredReport.@Nullable Seal seal(ResultSet row, String hash, String at, String by)
            throws SQLException {
        String written = row.getString(hash);
        return written == null
                ? null
                : new StoredReport.Seal(
                        written, row.getObject(at, OffsetDateTime.class).toInstant(), row.getString(by));
    }

    StoredPart part(ResultSet row, int number) throws SQLException {
        return new StoredPart(
                row.getInt("year"),
                row.getString("organization_id"),
                json.readValue(row.getString("part"), UnitPart.class),
                instant(row.getObject("approved_at", OffsetDateTime.class)),
                row.getString("approved_by"),
                late(row),
                row.getInt("version"));
    }

    private static @Nullable LateApproval late(ResultSet row) throws SQLException {
        String reason = row.getString("late_reason");
        return reason == null ? null : new LateApproval(reason, row.getString("late_approver"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
