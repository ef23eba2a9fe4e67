package vn.chieng.api.organizations.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.transfer.ImportJob;
import vn.chieng.api.organizations.transfer.ImportLine;
import vn.chieng.api.organizations.transfer.ImportStore;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadTable;

@Component
final class PostgresImports implements ImportStore {
    private static final String COLUMNS = """
            id, file_name, content_kind, state, rows_total, rows_done, added, changed, unchanged, bad, base_version,
            account_name, started_at, touched_at""";
    private static final TypeReference<List<ImportLine.Detail>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final UploadTable uploads;
    private final JsonMapper json;

    PostgresImports(
            JdbcClient jdbc, JdbcTemplate batches, PlatformTransactionManager transactionManager, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = new TransactionTemplate(transactionManager);
        this.uploads = UploadTable.keepingFiles(jdbc, transactionManager, "organization_imports");
        this.json = json;
    }

    @Override
    public Optional<ImportJob> start(String fileName, byte[] content, SignedIn by, Instant now) {
        return jdbc.sql("insert into organization_imports (file_name, content, state, account_id, account_name,"
                        + " started_at, touched_at) values (?, ?, 'reading', ?, ?, ?, ?)"
                        + " on conflict ((true)) where state in ('reading', 'applying') do nothing returning "
                        + COLUMNS)
                .param(fileName)
                .param(content)
                .param(by.accountId() == 0 ? null : by.accountId())
                .param(by.displayName())
                .param(Rows.at(now))
                .param(Rows.at(now))
                .query(PostgresImports::job)
                .optional();
    }

    @Override
    public Optional<ImportJob> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from organization_imports where id = ?")
                .param(id)
                .query(PostgresImports::job)
                .optional();
    }

    @Override
    public List<ImportJob> recent(int most) {
        return jdbc.sql("select " + COLUMNS + " from organization_imports order by id desc limit ?")
                .param(most)
                .query(PostgresImports::job)
                .list();
    }

    @Override
    public byte[] content(long id) {
        return jdbc.sql("select content from organization_imports where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    @Override
    public void progress(long id, int total, int done, Instant now) {
        uploads.progress(id, total, done, now);
    }

    @Override
    public void compared(
            long id,
            ImportJob.Content content,
            long baseVersion,
            ImportJob.Counts counts,
            List<ImportLine> lines,
            Instant now) {
        transactions.executeWithoutResult(_ -> {
            batches.batchUpdate(
                    "insert into organization_import_rows (import_id, line, verdict, object_id, object_name, details)"
                            + " values (?, ?, ?, ?, ?, ?::jsonb)"
                            // of several problems of the whole file the first is told
                            + " on conflict do nothing",
                    lines.stream()
                            .filter(line -> line.verdict() != ImportLine.Verdict.UNCHANGED)
                            .map(line -> new Object[] {
                                id,
                                line.line(),
                                line.verdict().code(),
                                line.objectId(),
                                line.objectName(),
                                json.writeValueAsString(line.details())
                            })
                            .toList());
            jdbc.sql("""
                            update organization_imports set state = 'ready', content_kind = ?, base_version = ?, added = ?,
                                changed = ?, unchanged = ?, bad = ?, touched_at = ?
                            where id = ? and state = 'reading'""")
                    .param(content.code())
                    .param(baseVersion)
                    .param(counts.added())
                    .param(counts.changed())
                    .param(counts.unchanged())
                    .param(counts.bad())
                    .param(Rows.at(now))
                    .param(id)
                    .update();
        });
    }

    @Override
    public boolean move(long id, UploadState to, Instant now) {
        return uploads.move(id, to, now);
    }

    @Override
    public void tidy(Instant untouchedSince, int kept) {
        uploads.giveUp(untouchedSince);
        uploads.keepLatest(kept);
    }

    @Override
    public List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit) {
        return jdbc.sql("""
                        select line, verdict, object_id, object_name, details::text from organization_import_rows
                        where import_id = ? and verdict = ? order by line offset ? limit ?""")
                .param(id)
                .param(verdict.code())
                .param(offset)
                .param(limit)
                .query((row, _) -> new ImportLine(
                        row.getInt("line"),
                        verdict,
                        row.getString("object_id"),
                        row.getString("object_name"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        String content = row.getString("content_kind");
        return new ImportJob(
                row.getLong("id"),
                row.getString("file_name"),
                content == null ? null : ImportJob.Content.valueOf(content.toUpperCase(Locale.ROOT)),
                UploadState.of(row.getString("state")),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                new ImportJob.Counts(
                        row.getInt("added"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("bad")),
                row.getObject("base_version", Long.class),
                row.getString("account_name"),
                Objects.requireNonNull(Rows.instant(row, "started_at")),
                Objects.requireNonNull(Rows.instant(row, "touched_at")));
    }
}
