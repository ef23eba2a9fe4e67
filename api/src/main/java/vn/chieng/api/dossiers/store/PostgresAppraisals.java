package vn.chieng.api.dossiers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.CouncilSeat;
import vn.chieng.api.dossiers.DossierFile;
import vn.chieng.api.dossiers.Remark;
import vn.chieng.api.dossiers.ReviewStore;
import vn.chieng.api.dossiers.SectionFinding;

@Component
final class PostgresAppraisals implements ReviewStore {
    private final JdbcClient jdbc;

    PostgresAppraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Remark> remarks(UUID dossierId) {
        return jdbc.sql("select * from dossier_remarks where dossier_id = ? order by id")
                .param(dossierId)
                .query(PostgresAppraisals::remark)
                .list();
    }

    @Override
    public Optional<Remark> remark(UUID dossierId, long id) {
        return jdbc.sql("select * from dossier_remarks where dossier_id = ? and id = ?")
                .param(dossierId)
                .param(id)
                .query(PostgresAppraisals::remark)
                .optional();
    }

    private static Remark remark(ResultSet row, int number) throws SQLException {
        return new Remark(
                row.getLong("id"),
                row.getString("section"),
                row.getInt("round"),
                row.getInt("section_version"),
                Remark.State.valueOf(row.getString("state")),
                row.getString("text"),
                at(row, "made_at"),
                row.getLong("made_by"),
                row.getString("made_by_name"),
                row.getString("reply"),
                DossierRows.instant(row, "replied_at"),
                row.getString("replied_by_name"));
    }

    @Override
    public void addRemark(UUID dossierId, Remark remark) {
        jdbc.sql("""
                        insert into dossier_remarks (dossier_id, section, round, section_version, state, text, made_at, made_by,
                            made_by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(dossierId)
                .param(remark.section())
                .param(remark.round())
                .param(remark.sectionVersion())
                .param(remark.state().name())
                .param(remark.text())
                .param(DossierRows.at(remark.madeAt()))
                .param(remark.madeBy())
                .param(remark.madeByName())
                .update();
    }

    @Override
    public void reply(UUID dossierId, long id, String text, SignedIn by, Instant at) {
        jdbc.sql("""
                        update dossier_remarks set state = 'ANSWERED', reply = ?, replied_at = ?, replied_by_name = ?
                        where dossier_id = ? and id = ?""")
                .param(text)
                .param(DossierRows.at(at))
                .param(by.displayName())
                .param(dossierId)
                .param(id)
                .update();
    }

    @Override
    public void resolve(UUID dossierId, long id, Instant at) {
        jdbc.sql("update dossier_remarks set state = 'RESOLVED', resolved_at = ? where dossier_id = ? and id = ?")
                .param(DossierRows.at(at))
                .param(dossierId)
                .param(id)
                .update();
    }

    @Override
    public Map<String, SectionFinding> findings(UUID dossierId) {
        Map<String, SectionFinding> findings = new LinkedHashMap<>();
        jdbc.sql("select * from dossier_findings where dossier_id = ?")
                .param(dossierId)
                .query((row, _) -> new SectionFinding(
                        row.getString("section"),
                        SectionFinding.Finding.valueOf(row.getString("finding")),
                        row.getInt("section_version"),
                        at(row, "found_at"),
                        row.getLong("found_by"),
                        row.getString("found_by_name")))
                .list()
                .forEach(finding -> findings.put(finding.section(), finding));
        return findings;
    }

    @Override
    public void find(UUID dossierId, SectionFinding finding) {
        jdbc.sql("""
                        insert into dossier_findings (dossier_id, section, finding, section_version, found_at, found_by,
                            found_by_name)
                        values (:dossier, :section, :finding, :version, :at, :by, :byName)
                        on conflict (dossier_id, section) do update set finding = :finding, section_version = :version,
                            found_at = :at, found_by = :by, found_by_name = :byName""")
                .param("dossier", dossierId)
                .param("section", finding.section())
                .param("finding", finding.finding().name())
                .param("version", finding.sectionVersion())
                .param("at", DossierRows.at(finding.at()))
                .param("by", finding.by())
                .param("byName", finding.byName())
                .update();
    }

    @Override
    public List<CouncilSeat> council(UUID dossierId) {
        return jdbc.sql("select * from dossier_council where dossier_id = ? order by name")
                .param(dossierId)
                .query((row, _) -> new CouncilSeat(
                        row.getLong("account_id"),
                        row.getString("name"),
                        at(row, "named_at"),
                        (Boolean) row.getObject("fit"),
                        row.getString("opinion"),
                        DossierRows.instant(row, "voted_at")))
                .list();
    }

    @Override
    public void seat(UUID dossierId, Collection<CouncilSeat> seats) {
        for (CouncilSeat seat : seats) {
            jdbc.sql("""
                            insert into dossier_council (dossier_id, account_id, name, named_at) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .param(dossierId)
                    .param(seat.accountId())
                    .param(seat.name())
                    .param(DossierRows.at(seat.namedAt()))
                    .update();
        }
    }

    @Override
    public void vote(UUID dossierId, long accountId, boolean fit, String opinion, Instant at) {
        jdbc.sql(
                        "update dossier_council set fit = ?, opinion = ?, voted_at = ? where dossier_id = ? and account_id = ?")
                .param(fit)
                .param(opinion)
                .param(DossierRows.at(at))
                .param(dossierId)
                .param(accountId)
                .update();
    }

    @Override
    public List<DossierFile> files(UUID dossierId) {
        return jdbc.sql(
                        "select * from dossier_files where dossier_id = ? and removed_at is null order by uploaded_at, name")
                .param(dossierId)
                .query(PostgresAppraisals::file)
                .list();
    }

    @Override
    public Optional<DossierFile> file(UUID dossierId, UUID fileId) {
        return jdbc.sql("select * from dossier_files where dossier_id = ? and id = ? and removed_at is null")
                .param(dossierId)
                .param(fileId)
                .query(PostgresAppraisals::file)
                .optional();
    }

    private static DossierFile file(ResultSet row, int number) throws SQLException {
        return new DossierFile(
                row.getObject("id", UUID.class),
                row.getString("section"),
                row.getString("item"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("label"),
                row.getString("form"),
                row.getString("generated_sha256"),
                row.getLong("attested_by"),
                row.getString("attested_by_name"),
                at(row, "uploaded_at"));
    }

    @Override
    public void addFile(UUID dossierId, DossierFile file) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", file.id());
        values.put("dossier", dossierId);
        values.put("section", file.section());
        values.put("item", file.item());
        values.put("name", file.name());
        values.put("mediaType", file.mediaType());
        values.put("bytes", file.bytes());
        values.put("sha256", file.sha256());
        values.put("label", file.label());
        values.put("form", file.form());
        values.put("generated", file.generatedSha256());
        values.put("by", file.attestedBy());
        values.put("byName", file.attestedByName());
        values.put("at", DossierRows.at(file.uploadedAt()));
        jdbc.sql("""
                        insert into dossier_files (id, dossier_id, section, item, name, media_type, bytes, sha256, label, form,
                            generated_sha256, attested_by, attested_by_name, uploaded_at)
                        values (:id, :dossier, :section, :item, :name, :mediaType, :bytes, :sha256, :label, :form, :generated, :by,
                            :byName, :at)""").params(values).update();
    }

    @Override
    public void removeFile(UUID dossierId, UUID fileId, Instant at) {
        jdbc.sql("update dossier_files set removed_at = ? where dossier_id = ? and id = ?")
                .param(DossierRows.at(at))
                .param(dossierId)
                .param(fileId)
                .update();
    }

    @Override
    public void printed(UUID dossierId, String form, String sha256, String by, Instant at) {
        jdbc.sql("insert into dossier_papers values (?, ?, ?, ?, ?) on conflict do nothing")
                .param(dossierId)
                .param(form)
                .param(sha256)
                .param(DossierRows.at(at))
                .param(by)
                .update();
    }

    @Override
    public boolean wasPrinted(UUID dossierId, String form, String sha256) {
        return jdbc.sql("select exists (select from dossier_papers where dossier_id = ? and form = ? and sha256 = ?)")
                .param(dossierId)
                .param(form)
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(DossierRows.instant(row, column));
    }
}
