package vn.chieng.api.reports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.reports.FactSheet;
import vn.chieng.api.reports.IncidentReport;
import vn.chieng.api.reports.IncidentReportStore;
import vn.chieng.api.reports.ReportLine;
import vn.chieng.api.reports.SignedCopy;
import vn.chieng.law.pack.PackVersion;

@Component
final class PostgresIncidentReports implements IncidentReportStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
    private static final TypeReference<List<ReportLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PostgresIncidentReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FactSheet sheet(long incidentId) {
        return jdbc.sql("select typed, version from incident_fact_sheets where incident_id = ?")
                .param(incidentId)
                .query((row, _) -> new FactSheet(JSON.readValue(row.getString("typed"), TYPED), row.getInt("version")))
                .optional()
                .orElse(FactSheet.EMPTY);
    }

    @Override
    public boolean write(long incidentId, FactSheet sheet, String by, Instant at) {
        String sql = sheet.version() == 0
                ? "insert into incident_fact_sheets (typed, changed_at, changed_by, incident_id) values (?::jsonb, ?, ?, ?)"
                        + " on conflict do nothing"
                : "update incident_fact_sheets set typed = ?::jsonb, changed_at = ?, changed_by = ?, version = version + 1"
                        + " where incident_id = ? and version = " + sheet.version();
        return jdbc.sql(sql)
                        .param(JSON.writeValueAsString(storable(sheet.typed())))
                        .param(utc(at))
                        .param(by)
                        .param(incidentId)
                        .update()
                == 1;
    }

    /** PostgreSQL's jsonb takes no U+0000. */
    private static Map<String, String> storable(Map<String, String> typed) {
        return typed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> storable(entry.getValue())));
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public int next(long incidentId, String form) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from incident_reports where incident_id = ? and form = ?")
                .param(incidentId)
                .param(form)
                .query(Integer.class)
                .single();
    }

    @Override
    public long add(IncidentReport report) {
        List<ReportLine> lines = report.lines().stream()
                .map(line -> new ReportLine(
                        line.key(), line.label(), storable(line.value()), line.source(), line.required()))
                .toList();
        return jdbc.sql("""
                        insert into incident_reports (incident_id, form, type, number, pack, pack_version, heading, lines,
                            pdf_sha256, docx_sha256, made_at, made_by, agency, tlp, drill)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(report.incidentId())
                .param(report.form())
                .param(report.type())
                .param(report.number())
                .param(report.pack().pack())
                .param(report.pack().version())
                .param(report.heading())
                .param(JSON.writeValueAsString(lines))
                .param(report.hashes().pdf())
                .param(report.hashes().docx())
                .param(utc(report.madeAt()))
                .param(report.madeBy())
                .param(report.agency())
                .param(report.tlp())
                .param(report.drill())
                .query(Long.class)
                .single();
    }

    @Override
    public boolean sent(long reportId, IncidentReport.Sent sent) {
        Duration late = sent.late();
        return jdbc.sql("""
                                insert into incident_report_sendings (report_id, sent_at, sender, signer, recipient, channel,
                                    document_no, proof, signed_sha256, clocks, late_seconds)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(reportId)
                        .param(utc(sent.at()))
                        .param(sent.sender())
                        .param(sent.signer())
                        .param(sent.recipient())
                        .param(sent.channel())
                        .param(sent.documentNumber())
                        .param(sent.proof())
                        .param(sent.signedSha256())
                        .param(sent.clocks().toArray(String[]::new))
                        .param(late == null ? null : late.toSeconds())
                        .update()
                == 1;
    }

    @Override
    public List<IncidentReport> of(long incidentId) {
        return jdbc.sql("""
                        select r.*, i.number as incident_number, s.sent_at, s.sender, s.signer, s.recipient, s.channel,
                            s.document_no, s.proof, s.signed_sha256, s.clocks, s.late_seconds
                        from incident_reports r join incidents i on i.id = r.incident_id
                            left join incident_report_sendings s on s.report_id = r.id
                        where r.incident_id in (select incident_family(?)) order by r.id desc""")
                .param(incidentId)
                .query(PostgresIncidentReports::report)
                .list();
    }

    @Override
    public boolean bind(long reportId, SignedCopy copy, byte[] content) {
        return jdbc.sql("""
                                insert into incident_report_signed_copies (report_id, name, sha256, bytes, content, added_at, added_by)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(reportId)
                        .param(copy.name())
                        .param(copy.sha256())
                        .param(copy.bytes())
                        .param(content)
                        .param(utc(copy.addedAt()))
                        .param(copy.addedBy())
                        .update()
                == 1;
    }

    @Override
    public Map<Long, SignedCopy> signedCopies(long incidentId) {
        Map<Long, SignedCopy> copies = new HashMap<>();
        jdbc.sql("""
                        select s.report_id, s.name, s.sha256, s.bytes, s.added_at, s.added_by
                        from incident_report_signed_copies s join incident_reports r on r.id = s.report_id
                        where r.incident_id in (select incident_family(?))""").param(incidentId).query(row -> {
            copies.put(
                    row.getLong("report_id"),
                    new SignedCopy(
                            row.getString("name"),
                            row.getString("sha256"),
                            row.getLong("bytes"),
                            row.getObject("added_at", OffsetDateTime.class).toInstant(),
                            row.getString("added_by")));
        });
        return copies;
    }

    @Override
    public Optional<byte[]> signedContent(long reportId) {
        return jdbc.sql("select content from incident_report_signed_copies where report_id = ?")
                .param(reportId)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static IncidentReport report(ResultSet row, int number) throws SQLException {
        return new IncidentReport(
                row.getLong("id"),
                row.getLong("incident_id"),
                row.getString("incident_number"),
                row.getString("form"),
                row.getString("type"),
                row.getInt("number"),
                new PackVersion(row.getString("pack"), row.getString("pack_version")),
                row.getString("heading"),
                JSON.readValue(row.getString("lines"), LINES),
                new IncidentReport.Hashes(row.getString("pdf_sha256"), row.getString("docx_sha256")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("agency"),
                row.getString("tlp"),
                row.getBoolean("drill"),
                sent(row));
    }

    private static IncidentReport.@Nullable Sent sent(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("sent_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        long late = row.getLong("late_seconds");
        Duration by = row.wasNull() ? null : Duration.ofSeconds(late);
        return new IncidentReport.Sent(
                at.toInstant(),
                row.getString("sender"),
                row.getString("signer"),
                row.getString("recipient"),
                row.getString("channel"),
                row.getString("document_no"),
                row.getString("proof"),
                row.getString("signed_sha256"),
                List.of((String[]) row.getArray("clocks").getArray()),
                by);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
