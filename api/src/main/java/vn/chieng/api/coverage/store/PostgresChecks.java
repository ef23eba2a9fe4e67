package vn.chieng.api.coverage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.coverage.checks.CheckKind;
import vn.chieng.api.coverage.checks.CheckStore;
import vn.chieng.api.coverage.checks.RecordedCheck;

@Component
final class PostgresChecks implements CheckStore {
    private static final String SELECT = """
            select c.*, array(select s.system_id from recorded_check_systems s where s.check_id = c.id) systems
            from recorded_checks c\s""";
    private static final String LATEST_FIRST = " order by c.held_on desc, c.id desc";

    private final JdbcClient jdbc;

    PostgresChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RecordedCheck add(RecordedCheck check) {
        RecordedCheck.Enclosed file = check.file();
        long id = jdbc.sql("""
                        insert into recorded_checks (organization_id, kind, held_on, held_by, note, file_id, file_name,
                            file_type, file_bytes, file_sha256, recorded_by, recorded_at)
                        values (:organization, :kind, :heldOn, :heldBy, :note, :fileId, :fileName, :fileType, :fileBytes,
                            :fileSha256, :by, :at) returning id""")
                .param("organization", check.organizationId())
                .param("kind", check.kind().code())
                .param("heldOn", check.heldOn())
                .param("heldBy", check.heldBy())
                .param("note", check.note())
                .param("fileId", file == null ? null : file.id())
                .param("fileName", file == null ? null : file.name())
                .param("fileType", file == null ? null : file.mediaType())
                .param("fileBytes", file == null ? null : file.bytes())
                .param("fileSha256", file == null ? null : file.sha256())
                .param("by", check.recordedBy())
                .param("at", at(check.recordedAt()))
                .query(Long.class)
                .single();
        if (!check.ofWholeBody()) {
            jdbc.sql("insert into recorded_check_systems (check_id, system_id) select :id, unnest(:systems::uuid[])")
                    .param("id", id)
                    .param("systems", ids(check.systems()))
                    .update();
        }
        return new RecordedCheck(
                id,
                check.organizationId(),
                check.kind(),
                check.heldOn(),
                check.heldBy(),
                check.note(),
                check.systems(),
                file,
                check.recordedBy(),
                check.recordedAt(),
                null);
    }

    @Override
    public Optional<RecordedCheck> find(String organizationId, long id) {
        return jdbc.sql(SELECT + "where c.organization_id = ? and c.id = ?")
                .param(organizationId)
                .param(id)
                .query(PostgresChecks::check)
                .optional();
    }

    @Override
    public List<RecordedCheck> ofBody(String organizationId, int most) {
        return jdbc.sql(SELECT + "where c.organization_id = :organization" + LATEST_FIRST + " limit :most")
                .param("organization", organizationId)
                .param("most", most)
                .query(PostgresChecks::check)
                .list();
    }

    @Override
    public List<RecordedCheck> counting(Collection<UUID> systems, Collection<String> organizationIds) {
        return jdbc.sql(SELECT + """
                        where c.withdrawn_at is null and (c.id in (select s.check_id from recorded_check_systems s
                                where s.system_id = any (:systems::uuid[]))
                            or (c.organization_id = any (:organizations) and not exists (
                                select from recorded_check_systems s where s.check_id = c.id)))""" + LATEST_FIRST)
                .param("systems", ids(systems))
                .param("organizations", organizationIds.toArray(String[]::new))
                .query(PostgresChecks::check)
                .list();
    }

    @Override
    public List<RecordedCheck> latest(Scope scope) {
        return jdbc.sql(
                        "select distinct on (c.organization_id, c.kind) c.*, '{}'::uuid[] systems from recorded_checks c"
                                + " where c.withdrawn_at is null and " + scope.contains("c.organization_id")
                                + " order by c.organization_id, c.kind, c.held_on desc, c.id desc")
                .param("scope", scope.parameter())
                .query(PostgresChecks::check)
                .list();
    }

    @Override
    public boolean withdraw(long id, RecordedCheck.Withdrawal withdrawal) {
        return jdbc.sql("""
                        update recorded_checks set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                        where id = :id and withdrawn_at is null""")
                        .param("id", id)
                        .param("at", at(withdrawal.at()))
                        .param("by", withdrawal.by())
                        .param("reason", withdrawal.reason())
                        .update()
                > 0;
    }

    private static RecordedCheck check(ResultSet row, int number) throws SQLException {
        UUID[] systems = (UUID[]) row.getArray("systems").getArray();
        return new RecordedCheck(
                row.getLong("id"),
                row.getString("organization_id"),
                CheckKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("held_on", LocalDate.class),
                row.getString("held_by"),
                row.getString("note"),
                Set.of(systems),
                file(row),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                withdrawal(row));
    }

    private static RecordedCheck.@Nullable Enclosed file(ResultSet row) throws SQLException {
        UUID id = row.getObject("file_id", UUID.class);
        return id == null
                ? null
                : new RecordedCheck.Enclosed(
                        id,
                        row.getString("file_name"),
                        row.getString("file_type"),
                        row.getLong("file_bytes"),
                        row.getString("file_sha256"));
    }

    private static RecordedCheck.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? null
                : new RecordedCheck.Withdrawal(
                        row.getString("withdrawn_reason"), row.getString("withdrawn_by"), at.toInstant());
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
