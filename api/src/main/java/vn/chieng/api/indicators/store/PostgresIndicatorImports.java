package vn.chieng.api.indicators.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.indicators.imports.ImportLine;
import vn.chieng.api.indicators.imports.IndicatorImport;
import vn.chieng.api.indicators.imports.IndicatorImportStore;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Indicator;

@Component
final class PostgresIndicatorImports implements IndicatorImportStore {
    private static final int LONGEST_WRITTEN = 300;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transactions;

    PostgresIndicatorImports(JdbcClient jdbc, JdbcTemplate batches, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
    }

    @Override
    public Optional<IndicatorImport> start(String fileName, SignedIn by, Instant now) {
        return jdbc.sql("insert into indicator_imports (file_name, state, account_name, started_at, touched_at)"
                        + " values (:file, 'reading', :by, :now, :now)"
                        + " on conflict ((true)) where state in ('reading', 'applying') do nothing returning *")
                .param("file", fileName)
                .param("by", by.displayName())
                .param("now", PostgresIndicators.at(now))
                .query(PostgresIndicatorImports::job)
                .optional();
    }

    @Override
    public Optional<IndicatorImport> find(long id) {
        return jdbc.sql("select * from indicator_imports where id = ?")
                .param(id)
                .query(PostgresIndicatorImports::job)
                .optional();
    }

    @Override
    public List<IndicatorImport> recent(int most) {
        return jdbc.sql("select * from indicator_imports order by id desc limit ?")
                .param(most)
                .query(PostgresIndicatorImports::job)
                .list();
    }

    @Override
    public void stage(long id, List<ImportLine> lines, Instant now) {
        transactions.executeWithoutResult(_ -> {
            List<ImportLine> refused = new ArrayList<>();
            List<ImportLine> read = new ArrayList<>();
            lines.forEach(line -> (line.indicator() == null ? refused : read).add(line));
            int[] kept = insert(id, read);
            for (int i = 0; i < kept.length; i++) {
                if (kept[i] == 0) {
                    ImportLine line = read.get(i);
                    refused.add(
                            new ImportLine(line.line(), ImportLine.Verdict.REFUSED, null, line.written(), "duplicate"));
                }
            }
            insert(id, refused);
            jdbc.sql("update indicator_imports set rows_done = rows_done + ?, touched_at = ? where id = ?")
                    .param(lines.size())
                    .param(PostgresIndicators.at(now))
                    .param(id)
                    .update();
        });
    }

    private int[] insert(long id, List<ImportLine> lines) {
        return batches.batchUpdate(
                "insert into indicator_import_rows (import_id, line, verdict, type, value, source, confidence, level,"
                        + " valid_until, description, problem) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (import_id, type, value) where verdict <> 'refused' do nothing",
                lines.stream().map(line -> row(id, line)).toList());
    }

    private static @Nullable Object[] row(long id, ImportLine line) {
        Indicator indicator = line.indicator();
        String written = line.written().replace("\0", "");
        Instant until = indicator == null ? null : indicator.validUntil();
        return new Object[] {
            id,
            line.line(),
            line.verdict().code(),
            indicator == null ? "" : indicator.type().code(),
            indicator == null ? written.substring(0, Math.min(written.length(), LONGEST_WRITTEN)) : indicator.value(),
            indicator == null ? "" : clean(indicator.source()),
            indicator == null ? 0 : indicator.confidence(),
            indicator == null ? "" : indicator.level().code(),
            until == null ? null : PostgresIndicators.at(until),
            indicator == null ? "" : clean(indicator.description()),
            line.problem()
        };
    }

    /** PostgreSQL has no zero character. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    @Override
    public void compare(long id, Instant now) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                            update indicator_import_rows r set verdict = v.verdict from (
                                select r.line, case
                                    when i.id is null then 'added'
                                    when i.withdrawn_at is not null or i.source <> r.source or i.level <> r.level
                                        or i.confidence <> r.confidence or i.description <> r.description
                                        or i.valid_until is distinct from r.valid_until then 'changed'
                                    else 'unchanged' end as verdict
                                from indicator_import_rows r left join indicators i on i.type = r.type and i.value = r.value
                                where r.import_id = :id and r.verdict = 'read') v
                            where r.import_id = :id and r.line = v.line""").param("id", id).update();
            jdbc.sql("""
                            update indicator_imports j set state = 'ready', touched_at = :now, added = c.added,
                                changed = c.changed, unchanged = c.unchanged, refused = c.refused
                            from (select count(*) filter (where verdict = 'added') as added,
                                    count(*) filter (where verdict = 'changed') as changed,
                                    count(*) filter (where verdict = 'unchanged') as unchanged,
                                    count(*) filter (where verdict = 'refused') as refused
                                from indicator_import_rows where import_id = :id) c
                            where j.id = :id and j.state = 'reading'""")
                    .param("id", id)
                    .param("now", PostgresIndicators.at(now))
                    .update();
            jdbc.sql("delete from indicator_import_rows where import_id = ? and verdict = 'unchanged'")
                    .param(id)
                    .update();
        });
    }

    @Override
    public List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit) {
        return jdbc.sql("select * from indicator_import_rows where import_id = ? and verdict = ?"
                        + " order by line offset ? limit ?")
                .param(id)
                .param(verdict.code())
                .param(offset)
                .param(limit)
                .query((row, _) -> line(row, verdict))
                .list();
    }

    private static ImportLine line(ResultSet row, ImportLine.Verdict verdict) throws SQLException {
        return new ImportLine(
                row.getInt("line"),
                verdict,
                verdict == ImportLine.Verdict.REFUSED ? null : PostgresIndicators.indicator(row),
                row.getString("value"),
                row.getString("problem"));
    }

    @Override
    public List<Indicator> apply(long id, String by, int most, Instant now) {
        List<Indicator> indicators = jdbc.sql("""
                        delete from indicator_import_rows where import_id = :id and line in (
                            select line from indicator_import_rows
                            where import_id = :id and verdict in ('added', 'changed') order by line limit :most)
                        returning *""")
                .param("id", id)
                .param("most", most)
                .query((row, _) -> PostgresIndicators.indicator(row))
                .list();
        batches.batchUpdate(
                """
                        insert into indicators (type, value, source, confidence, level, valid_until, description,
                            changed_at, changed_by, search_text)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (type, value) do update set source = excluded.source, confidence = excluded.confidence,
                            level = excluded.level, valid_until = excluded.valid_until, description = excluded.description,
                            expired_at = null, withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
                            version = indicators.version + 1, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, search_text = excluded.search_text""", indicators.stream().map(each -> row(each, by, now)).toList());
        jdbc.sql("update indicator_imports set rows_done = rows_done + ?, touched_at = ? where id = ?")
                .param(indicators.size())
                .param(PostgresIndicators.at(now))
                .param(id)
                .update();
        return indicators;
    }

    private static @Nullable Object[] row(Indicator indicator, String by, Instant now) {
        Instant until = indicator.validUntil();
        return new Object[] {
            indicator.type().code(),
            indicator.value(),
            indicator.source(),
            indicator.confidence(),
            indicator.level().code(),
            until == null ? null : PostgresIndicators.at(until),
            indicator.description(),
            PostgresIndicators.at(now),
            by,
            SearchText.kept(indicator.value() + "\n" + indicator.source() + "\n" + indicator.description())
        };
    }

    @Override
    public boolean move(long id, IndicatorImport.State to, Instant now) {
        String[] from = Arrays.stream(IndicatorImport.State.values())
                .filter(state -> state.leadsTo(to))
                .map(IndicatorImport.State::code)
                .toArray(String[]::new);
        try {
            return jdbc.sql("""
                            update indicator_imports set state = :to, touched_at = :now,
                                rows_done = case when :to = 'applying' then 0 else rows_done end
                            where id = :id and state = any (:from)""")
                            .param("to", to.code())
                            .param("now", PostgresIndicators.at(now))
                            .param("id", id)
                            .param("from", from)
                            .update()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false; // another is running
        }
    }

    @Override
    public void fail(long id, String failure, Instant now) {
        jdbc.sql("update indicator_imports set state = 'failed', failure = ?, touched_at = ?"
                        + " where id = ? and state = 'reading'")
                .param(failure)
                .param(PostgresIndicators.at(now))
                .param(id)
                .update();
    }

    @Override
    public void tidy(Instant untouchedSince, int kept) {
        jdbc.sql("""
                        update indicator_imports set state = case state when 'reading' then 'failed' else 'ready' end,
                            failure = case state when 'reading' then 'stopped' end
                        where state in ('reading', 'applying') and touched_at < ?""").param(PostgresIndicators.at(untouchedSince)).update();
        jdbc.sql("""
                        delete from indicator_imports where state not in ('reading', 'applying') and id not in (
                            select id from indicator_imports order by id desc limit ?)""").param(kept).update();
    }

    private static IndicatorImport job(ResultSet row, int number) throws SQLException {
        return new IndicatorImport(
                row.getLong("id"),
                row.getString("file_name"),
                IndicatorImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("failure"),
                row.getInt("rows_done"),
                new IndicatorImport.Counts(
                        row.getInt("added"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("refused")),
                row.getString("account_name"),
                Objects.requireNonNull(PostgresIndicators.instant(row, "started_at")),
                Objects.requireNonNull(PostgresIndicators.instant(row, "touched_at")));
    }
}
