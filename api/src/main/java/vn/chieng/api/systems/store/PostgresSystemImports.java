package vn.chieng.api.systems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.imports.ImportJob;
import vn.chieng.api.systems.imports.ImportLine;
import vn.chieng.api.systems.imports.ImportStore;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadTable;

@Component
final class PostgresSystemImports implements ImportStore {
    private static final TypeReference<List<ImportLine.Detail>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final UploadTable uploads;
    private final JsonMapper json;

    PostgresSystemImports(JdbcClient jdbc, JdbcTemplate batches, PlatformTransactionManager manager, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = new TransactionTemplate(manager);
        this.uploads = UploadTable.keepingFiles(jdbc, manager, "system_imports");
        this.json = json;
    }

    @Override
    public ImportJob start(String fileName, byte[] content, String organizationId, SignedIn by, Instant now) {
        return jdbc.sql(
                        "insert into system_imports (file_name, content, state, organization_id, account_id, account_name,"
                                + " started_at, touched_at) values (?, ?, 'reading', ?, ?, ?, ?, ?) returning *")
                .param(fileName)
                .param(content)
                .param(organizationId)
                .param(by.accountId())
                .param(by.displayName())
                .param(SystemRows.at(now))
                .param(SystemRows.at(now))
                .query(PostgresSystemImports::job)
                .single();
    }

    @Override
    public Optional<ImportJob> find(long id, Scope scope) {
        return jdbc.sql("select * from system_imports i where i.id = :id and " + scope.contains("i.organization_id"))
                .param("id", id)
                .param("scope", scope.parameter())
                .query(PostgresSystemImports::job)
                .optional();
    }

    @Override
    public List<ImportJob> recent(Scope scope, int most) {
        return jdbc.sql("select * from system_imports i where " + scope.contains("i.organization_id")
                        + " order by i.id desc limit :most")
                .param("scope", scope.parameter())
                .param("most", most)
                .query(PostgresSystemImports::job)
                .list();
    }

    @Override
    public byte[] content(long id) {
        return jdbc.sql("select content from system_imports where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    @Override
    public void progress(long id, int total, int done, Instant now) {
        uploads.progress(id, total, done, now);
    }

    @Override
    public void compared(long id, ImportJob.Counts counts, List<ImportLine> lines, Instant now) {
        transactions.executeWithoutResult(_ -> {
            batches.batchUpdate(
                    "insert into system_import_rows (import_id, line, verdict, object_id, object_name, details)"
                            + " values (?, ?, ?, ?, ?, ?::jsonb)",
                    lines.stream()
                            .map(line -> new Object[] {
                                id,
                                line.line(),
                                line.verdict().code(),
                                line.code(),
                                line.name(),
                                json.writeValueAsString(line.details())
                            })
                            .toList());
            jdbc.sql("update system_imports set state = 'ready', added = ?, changed = ?, unchanged = ?, bad = ?,"
                            + " touched_at = ? where id = ? and state = 'reading'")
                    .param(counts.added())
                    .param(counts.changed())
                    .param(counts.unchanged())
                    .param(counts.bad())
                    .param(SystemRows.at(now))
                    .param(id)
                    .update();
        });
    }

    @Override
    public boolean move(long id, UploadState to, Instant now) {
        return uploads.move(id, to, now);
    }

    @Override
    public void tidy(Instant untouchedSince) {
        uploads.giveUp(untouchedSince);
    }

    @Override
    public List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit) {
        return jdbc.sql("select * from system_import_rows where import_id = ? and verdict = ? order by line, id"
                        + " offset ? limit ?")
                .param(id)
                .param(verdict.code())
                .param(offset)
                .param(limit)
                .query(this::line)
                .list();
    }

    @Override
    public List<ImportLine> allLines(long id) {
        return jdbc.sql("select * from system_import_rows where import_id = ? order by id")
                .param(id)
                .query(this::line)
                .list();
    }

    private ImportLine line(ResultSet row, int number) throws SQLException {
        return new ImportLine(
                row.getInt("line"),
                ImportLine.Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                row.getString("object_id"),
                row.getString("object_name"),
                json.readValue(row.getString("details"), DETAILS));
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                row.getString("file_name"),
                UploadState.of(row.getString("state")),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                new ImportJob.Counts(
                        row.getInt("added"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("bad")),
                row.getString("organization_id"),
                row.getLong("account_id"),
                row.getString("account_name"),
                SystemRows.instant(row, "started_at"),
                SystemRows.instant(row, "touched_at"));
    }
}
