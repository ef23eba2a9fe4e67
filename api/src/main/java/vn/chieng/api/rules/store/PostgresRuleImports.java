package vn.chieng.api.rules.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.api.rules.imports.ImportItem;
import vn.chieng.api.rules.imports.ImportJob;
import vn.chieng.api.rules.imports.ImportStore;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadTable;
import vn.chieng.sigma.rule.LogSource;

@Component
final class PostgresRuleImports implements ImportStore {
    private static final int BATCH = 500;
    private static final TypeReference<List<ImportItem.Issue>> ISSUES = new TypeReference<>() {};
    private static final String NOT_EFFECTIVE =
            "verdict <> 'refused' and (missing_source or cardinality(missing_fields) > 0)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final UploadTable uploads;
    private final JsonMapper json;

    PostgresRuleImports(
            JdbcClient jdbc, JdbcTemplate batches, PlatformTransactionManager transactionManager, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = new TransactionTemplate(transactionManager);
        this.uploads = UploadTable.of(jdbc, transactionManager, "rule_imports");
        this.json = json;
    }

    @Override
    public Optional<ImportJob> start(String fileName, SignedIn by, Instant now) {
        return jdbc.sql("insert into rule_imports (file_name, state, account_id, account_name, started_at, touched_at)"
                        + " values (?, 'reading', ?, ?, ?, ?)"
                        + " on conflict ((true)) where state in ('reading', 'applying') do nothing returning *")
                .param(fileName)
                .param(by.accountId() == 0 ? null : by.accountId())
                .param(by.displayName())
                .param(Rows.at(now))
                .param(Rows.at(now))
                .query(PostgresRuleImports::job)
                .optional();
    }

    @Override
    public Optional<ImportJob> find(long id) {
        return jdbc.sql("select * from rule_imports where id = ?")
                .param(id)
                .query(PostgresRuleImports::job)
                .optional();
    }

    @Override
    public List<ImportJob> recent(int most) {
        return jdbc.sql("select * from rule_imports order by id desc limit ?")
                .param(most)
                .query(PostgresRuleImports::job)
                .list();
    }

    @Override
    public void progress(long id, int total, int done, Instant now) {
        uploads.progress(id, total, done, now);
    }

    @Override
    public void compared(long id, ImportJob.Counts counts, List<ImportItem> items, Instant now) {
        transactions.executeWithoutResult(_ -> {
            batches.batchUpdate(
                    """
                    insert into rule_import_items (import_id, place, verdict, file, rule_id, title, level, status,
                        category, product, service, missing_source, missing_fields, issues, text)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""",
                    items.stream()
                            .filter(item -> item.verdict() != ImportItem.Verdict.UNCHANGED)
                            .toList(),
                    BATCH,
                    (row, item) -> {
                        row.setLong(1, id);
                        row.setInt(2, item.place());
                        row.setString(3, item.verdict().code());
                        row.setString(4, item.file());
                        row.setString(5, item.ruleId());
                        row.setString(6, item.title());
                        row.setObject(7, item.level() == null ? null : LevelRanks.of(item.level()));
                        row.setString(8, item.status());
                        row.setString(9, item.logSource().category());
                        row.setString(10, item.logSource().product());
                        row.setString(11, item.logSource().service());
                        row.setBoolean(12, item.missing().logSource());
                        row.setArray(
                                13,
                                row.getConnection()
                                        .createArrayOf(
                                                "text", item.missing().fields().toArray()));
                        row.setString(14, json.writeValueAsString(item.issues()));
                        row.setString(15, item.text());
                    });
            jdbc.sql("""
                            update rule_imports set state = 'ready', added = ?, changed = ?, unchanged = ?, refused = ?,
                                ineffective = ?, skipped = ?, touched_at = ?
                            where id = ? and state = 'reading'""")
                    .param(counts.added())
                    .param(counts.changed())
                    .param(counts.unchanged())
                    .param(counts.refused())
                    .param(counts.ineffective())
                    .param(counts.skipped())
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
    public void fail(long id, @Nullable String why, Instant now) {
        jdbc.sql(
                        "update rule_imports set state = 'failed', failure = ?, touched_at = ? where id = ? and state = any (?)")
                .param(why)
                .param(Rows.at(now))
                .param(id)
                .param(UploadTable.statesBefore(UploadState.FAILED))
                .update();
    }

    @Override
    public boolean applied(long id, int taken, int enabled, Instant now) {
        jdbc.sql("update rule_import_items set text = null where import_id = ?")
                .param(id)
                .update();
        return jdbc.sql(
                                "update rule_imports set state = 'applied', taken = ?, enabled = ?, touched_at = ?, rows_done = rows_total"
                                        + " where id = ? and state = 'applying'")
                        .param(taken)
                        .param(enabled)
                        .param(Rows.at(now))
                        .param(id)
                        .update()
                > 0;
    }

    @Override
    public void tidy(Instant untouchedSince, int kept) {
        uploads.giveUp(untouchedSince);
        uploads.keepLatest(kept);
    }

    @Override
    public List<ImportItem> items(long id, ImportItem.@Nullable Verdict verdict, int offset, int limit) {
        String which = verdict == null ? NOT_EFFECTIVE : "verdict = '" + verdict.code() + "'";
        return jdbc.sql("select * from rule_import_items where import_id = ? and " + which
                        + " order by place offset ? limit ?")
                .param(id)
                .param(offset)
                .param(limit)
                .query(this::item)
                .list();
    }

    @Override
    public Optional<ImportItem> item(long id, String ruleId) {
        return jdbc.sql("select * from rule_import_items where import_id = ? and rule_id = ?")
                .param(id)
                .param(ruleId)
                .query(this::item)
                .optional();
    }

    @Override
    public List<ImportItem> acceptable(long id) {
        return jdbc.sql("select * from rule_import_items where import_id = ? and verdict <> 'refused' order by place")
                .param(id)
                .query(this::item)
                .list();
    }

    @Override
    public List<String> products(long id) {
        return jdbc.sql("select distinct product from rule_import_items"
                        + " where import_id = ? and verdict = 'added' and product is not null order by product")
                .param(id)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private ImportItem item(ResultSet row, int number) throws SQLException {
        return new ImportItem(
                row.getInt("place"),
                ImportItem.Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                row.getString("file"),
                row.getString("rule_id"),
                row.getString("title"),
                Rows.level(row, "level"),
                row.getString("status"),
                new LogSource(row.getString("category"), row.getString("product"), row.getString("service")),
                new MissingInput(row.getBoolean("missing_source"), Rows.texts(row, "missing_fields")),
                json.readValue(row.getString("issues"), ISSUES),
                row.getString("text"));
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                row.getString("file_name"),
                UploadState.of(row.getString("state")),
                row.getString("failure"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                new ImportJob.Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        row.getInt("ineffective"),
                        row.getInt("skipped"),
                        row.getInt("taken"),
                        row.getInt("enabled")),
                row.getString("account_name"),
                Rows.at(row, "started_at"),
                Rows.at(row, "touched_at"));
    }
}
