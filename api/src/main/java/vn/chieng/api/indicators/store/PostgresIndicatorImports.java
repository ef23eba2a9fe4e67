package vn.chieng.api.indicators.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.indicators.imports.ImportLine;
import vn.chieng.api.indicators.imports.IndicatorImport;
import vn.chieng.api.indicators.imports.IndicatorImportStore;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadTable;
import vn.chieng.event.Indicator;

@Component
final class PostgresIndicatorImports implements IndicatorImportStore {
    private static final int LONGEST_WRITTEN = 300;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final UploadTable uploads;

    PostgresIndicatorImports(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.uploads = UploadTable.of(jdbc, manager, "indicator_imports");
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

    /** A crash ends the import anyway, so that nobody has to wait for the disk. */
    @Override
    public void stage(long id, List<ImportLine> lines, Instant now) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("set local synchronous_commit = off").update();
            List<ImportLine> read =
                    lines.stream().filter(line -> line.indicator() != null).toList();
            Set<Integer> kept = read.isEmpty() ? Set.of() : insert(id, read);
            refuse(
                    id,
                    lines.stream().filter(line -> !kept.contains(line.line())).toList());
            jdbc.sql("update indicator_imports set rows_done = rows_done + ?, touched_at = ? where id = ?")
                    .param(lines.size())
                    .param(PostgresIndicators.at(now))
                    .param(id)
                    .update();
        });
    }

    /** Compares with what is known, and says which lines are the first with their indicator. */
    private Set<Integer> insert(long id, List<ImportLine> lines) {
        IndicatorArrays arrays = IndicatorArrays.of(lines.stream()
                .map(line -> Objects.requireNonNull(line.indicator()))
                .toList());
        return new HashSet<>(arrays.bind(jdbc.sql("""
                        insert into indicator_import_rows (import_id, line, verdict, type, value, source, confidence,
                            level, valid_until, description)
                        select :id, g.line, case
                            when i.id is null then 'added'
                            when i.withdrawn_at is not null or i.source <> g.source or i.level <> g.level
                                or i.confidence <> g.confidence or i.description <> g.description
                                or i.valid_until is distinct from g.valid_until then 'changed'
                            else 'unchanged' end,
                            g.type, g.value, g.source, g.confidence, g.level, g.valid_until, g.description
                        from unnest(cast(:lines as int[]), cast(:types as text[]), cast(:values as text[]),
                            cast(:sources as text[]), cast(:confidences as int[]), cast(:levels as text[]),
                            cast(:ends as timestamptz[]), cast(:descriptions as text[]))
                            as g (line, type, value, source, confidence, level, valid_until, description)
                        left join indicators i on i.type = g.type and i.value = g.value
                        order by g.line
                        on conflict (import_id, type, value) where verdict <> 'refused' do nothing
                        returning line"""))
                .param("id", id)
                .param("lines", lines.stream().map(ImportLine::line).toArray(Integer[]::new))
                .query(Integer.class)
                .list());
    }

    /** Lines that could not be read, and those that repeat one. */
    private void refuse(long id, List<ImportLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into indicator_import_rows (import_id, line, verdict, type, value, source, confidence,
                            level, description, problem)
                        select :id, g.line, 'refused', '', g.written, '', 0, '', '', g.problem
                        from unnest(cast(:lines as int[]), cast(:written as text[]), cast(:problems as text[]))
                            as g (line, written, problem)""")
                .param("id", id)
                .param("lines", lines.stream().map(ImportLine::line).toArray(Integer[]::new))
                .param(
                        "written",
                        lines.stream()
                                .map(line -> IndicatorArrays.clean(line.written()))
                                .map(PostgresIndicatorImports::cut)
                                .toArray(String[]::new))
                .param(
                        "problems",
                        lines.stream()
                                .map(line -> line.problem() == null ? "duplicate" : line.problem())
                                .toArray(String[]::new))
                .update();
    }

    private static String cut(String written) {
        return written.substring(0, Math.min(written.length(), LONGEST_WRITTEN));
    }

    @Override
    public void conclude(long id, Instant now) {
        transactions.executeWithoutResult(_ -> {
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
    public Applied apply(long id, String by, int after, int most, Instant now) {
        Integer last = jdbc.sql("""
                        select max(line) from (
                            select line from indicator_import_rows
                            where import_id = :id and line > :after and verdict in ('added', 'changed')
                            order by line limit :most) next""")
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
        if (last == null) {
            return new Applied(List.of(), after);
        }
        List<Indicator> indicators = jdbc.sql("""
                        delete from indicator_import_rows where import_id = :id and line > :after and line <= :last
                            and verdict in ('added', 'changed') returning *""")
                .param("id", id)
                .param("after", after)
                .param("last", last)
                .query((row, _) -> PostgresIndicators.indicator(row))
                .list();
        IndicatorArrays.of(indicators).write(jdbc, by, now);
        jdbc.sql("update indicator_imports set rows_done = rows_done + ?, touched_at = ? where id = ?")
                .param(indicators.size())
                .param(PostgresIndicators.at(now))
                .param(id)
                .update();
        return new Applied(indicators, last);
    }

    @Override
    public boolean move(long id, UploadState to, Instant now) {
        return uploads.move(id, to, now);
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
        uploads.keepLatest(kept);
    }

    private static IndicatorImport job(ResultSet row, int number) throws SQLException {
        return new IndicatorImport(
                row.getLong("id"),
                row.getString("file_name"),
                UploadState.of(row.getString("state")),
                row.getString("failure"),
                row.getInt("rows_done"),
                new IndicatorImport.Counts(
                        row.getInt("added"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("refused")),
                row.getString("account_name"),
                Objects.requireNonNull(PostgresIndicators.instant(row, "started_at")),
                Objects.requireNonNull(PostgresIndicators.instant(row, "touched_at")));
    }
}
