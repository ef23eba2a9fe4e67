package vn.chieng.api.annualreport.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.annualreport.LateApproval;
import vn.chieng.api.annualreport.ReportFile;
import vn.chieng.api.annualreport.ReportHead;
import vn.chieng.api.annualreport.ReportStore;
import vn.chieng.api.annualreport.SignedCopy;
import vn.chieng.api.annualreport.StoredPart;
import vn.chieng.api.annualreport.StoredReport;
import vn.chieng.api.annualreport.UnitPart;

@Component
final class PostgresReports implements ReportStore {
    private static final String OPEN =
            " and exists (select 1 from annual_reports r where r.year = :year and r.state = 'open')";

    private final JdbcClient jdbc;
    private final ReportRows rows;

    PostgresReports(JdbcClient jdbc, ReportRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<StoredReport> list() {
        return jdbc.sql("select " + ReportRows.COLUMNS + " from annual_reports order by year desc")
                .query(rows::report)
                .list();
    }

    @Override
    public Optional<StoredReport> find(int year) {
        return jdbc.sql("select " + ReportRows.COLUMNS + " from annual_reports where year = :year")
                .param("year", year)
                .query(rows::report)
                .optional();
    }

    @Override
    public boolean add(StoredReport report) {
        return jdbc.sql("""
                        insert into annual_reports
                            (year, pack, pack_version, first_day, last_day, state, sections, head, opened_at, opened_by)
                        values (:year, :pack, :packVersion, :first, :last, 'open', :sections::jsonb, :head::jsonb, :at, :by)
                        on conflict do nothing""")
                        .param("year", report.year())
                        .param("pack", report.pack().pack())
                        .param("packVersion", report.pack().version())
                        .param("first", report.first())
                        .param("last", report.last())
                        .param("sections", rows.write(report.sections()))
                        .param("head", rows.write(report.head()))
                        .param("at", report.openedAt().atOffset(ZoneOffset.UTC))
                        .param("by", report.openedBy())
                        .update()
                == 1;
    }

    @Override
    public List<StoredPart> parts(int year, Scope scope) {
        return jdbc.sql("select * from annual_report_parts where year = :year and " + scope.contains("organization_id")
                        + " order by organization_id")
                .param("year", year)
                .param("scope", scope.parameter())
                .query(rows::part)
                .list();
    }

    @Override
    public Optional<StoredPart> part(int year, String organizationId, Scope scope) {
        return jdbc.sql("select * from annual_report_parts where year = :year and organization_id = :organization and "
                        + scope.contains("organization_id"))
                .param("year", year)
                .param("organization", organizationId)
                .param("scope", scope.parameter())
                .query(rows::part)
                .optional();
    }

    @Override
    public void addPart(int year, String organizationId, UnitPart part) {
        jdbc.sql("""
                insert into annual_report_parts (year, organization_id, part)
                values (:year, :organization, :part::jsonb) on conflict do nothing""")
                .param("year", year)
                .param("organization", organizationId)
                .param("part", rows.write(part))
                .update();
    }

    @Override
    public boolean savePart(int year, String organizationId, UnitPart part, int version) {
        return jdbc.sql("""
                        update annual_report_parts
                        set part = :part::jsonb, approved_at = null, approved_by = null,
                            late_reason = null, late_approver = null, version = version + 1
                        where year = :year and organization_id = :organization and version = :version""" + OPEN)
                        .param("year", year)
                        .param("organization", organizationId)
                        .param("part", rows.write(part))
                        .param("version", version)
                        .update()
                == 1;
    }

    @Override
    public boolean approve(
            int year,
            String organizationId,
            int version,
            @Nullable String by,
            @Nullable LateApproval late,
            Instant at) {
        return jdbc.sql("""
                        update annual_report_parts
                        set approved_at = case when :by::text is null then null else :at::timestamptz end,
                            approved_by = :by::text, late_reason = :reason::text, late_approver = :approver::text,
                            version = version + 1
                        where year = :year and organization_id = :organization and version = :version""" + OPEN)
                        .param("year", year)
                        .param("organization", organizationId)
                        .param("version", version)
                        .param("by", by)
                        .param("reason", late == null ? null : late.reason())
                        .param("approver", late == null ? null : late.approver())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean saveText(int year, Map<String, String> sections, ReportHead head, int version) {
        return jdbc.sql("""
                        update annual_reports
                        set sections = :sections::jsonb, head = :head::jsonb, version = version + 1
                        where year = :year and version = :version and state = 'open'""")
                        .param("year", year)
                        .param("sections", rows.write(sections))
                        .param("head", rows.write(head))
                        .param("version", version)
                        .update()
                == 1;
    }

    @Override
    public boolean freeze(int year, int version, byte[] content, StoredReport.Seal seal, @Nullable LateApproval late) {
        return jdbc.sql("""
                        update annual_reports
                        set state = 'frozen', content = :content, content_hash = :hash, frozen_at = :at, frozen_by = :by,
                            late_reason = :reason::text, late_approver = :approver::text, version = version + 1
                        where year = :year and version = :version and state = 'open'""")
                        .param("year", year)
                        .param("version", version)
                        .param("content", content)
                        .param("hash", seal.hash())
                        .param("reason", late == null ? null : late.reason())
                        .param("approver", late == null ? null : late.approver())
                        .param("at", seal.at().atOffset(ZoneOffset.UTC))
                        .param("by", seal.by())
                        .update()
                == 1;
    }

    @Override
    public boolean thaw(int year, int version) {
        boolean thawed =
                jdbc.sql("""
                        update annual_reports
                        set state = 'open', content = null, content_hash = null, frozen_at = null, frozen_by = null,
                            late_reason = null, late_approver = null, version = version + 1
                        where year = :year and version = :version and state = 'frozen'""").param("year", year).param("version", version).update() == 1;
        if (thawed) {
            jdbc.sql("delete from annual_report_files where year = :year")
                    .param("year", year)
                    .update();
        }
        return thawed;
    }

    @Override
    public boolean sign(int year, int version, SignedCopy copy, StoredReport.Seal seal) {
        return jdbc.sql("""
                        update annual_reports
                        set state = 'signed', signed_file = :file, signed_name = :name, signed_hash = :hash,
                            signed_at = :at, signed_by = :by, version = version + 1
                        where year = :year and version = :version and state = 'frozen'""")
                        .param("year", year)
                        .param("version", version)
                        .param("file", copy.content())
                        .param("name", copy.name())
                        .param("hash", seal.hash())
                        .param("at", seal.at().atOffset(ZoneOffset.UTC))
                        .param("by", seal.by())
                        .update()
                == 1;
    }

    @Override
    public Optional<byte[]> content(int year) {
        return jdbc.sql("select content from annual_reports where year = :year and content is not null")
                .param("year", year)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public Optional<SignedCopy> signedCopy(int year) {
        return jdbc.sql("select signed_name, signed_file from annual_reports where year = :year and state = 'signed'")
                .param("year", year)
                .query((row, _) -> new SignedCopy(row.getString(1), row.getBytes(2)))
                .optional();
    }

    @Override
    public void saveFile(int year, ReportFile file) {
        jdbc.sql("""
                insert into annual_report_files (year, format, language, content, hash)
                select :year, :format, :language, :content, :hash from annual_reports
                where year = :year and state <> 'open' on conflict do nothing""")
                .param("year", year)
                .param("format", file.format())
                .param("language", file.language())
                .param("content", file.content())
                .param("hash", file.hash())
                .update();
    }

    @Override
    public Optional<ReportFile> file(int year, String format, String language) {
        return jdbc.sql("""
                select format, language, content, hash from annual_report_files
                where year = :year and format = :format and language = :language""")
                .param("year", year)
                .param("format", format)
                .param("language", language)
                .query((row, _) ->
                        new ReportFile(row.getString(1), row.getString(2), row.getBytes(3), row.getString(4)))
                .optional();
    }

    @Override
    public List<String> files(int year) {
        return jdbc.sql("select format || '-' || language from annual_report_files where year = :year order by 1")
                .param("year", year)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
