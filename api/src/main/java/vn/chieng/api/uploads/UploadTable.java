package vn.chieng.api.uploads;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done alike to every table of uploads, in its columns {@code id, state, rows_total, rows_done, touched_at}. */
public final class UploadTable {
    private static final String RUNNING = "state in ('reading', 'applying')";

    private final JdbcClient jdbc;
    private final TransactionTemplate besides;
    private final String table;
    private final String forgetContent;

    private UploadTable(JdbcClient jdbc, PlatformTransactionManager transactions, String table, String forgetContent) {
        this.jdbc = jdbc;
        this.besides = new TransactionTemplate(transactions);
        besides.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.table = table;
        this.forgetContent = forgetContent;
    }

    /** Of a table that keeps no file. */
    public static UploadTable of(JdbcClient jdbc, PlatformTransactionManager transactions, String table) {
        return new UploadTable(jdbc, transactions, table, "");
    }

    /** Of a table that keeps the file in {@code content} until nothing will become of it any more. */
    public static UploadTable keepingFiles(JdbcClient jdbc, PlatformTransactionManager transactions, String table) {
        return new UploadTable(
                jdbc, transactions, table, ", content = case when cast(:over as boolean) then null else content end");
    }

    /** How far the present step is; seen at once by others, also while a transaction runs here. */
    public void progress(long id, int total, int done, Instant now) {
        besides.executeWithoutResult(_ -> jdbc.sql("update " + table
                        + " set rows_total = :total, rows_done = :done, touched_at = :now where id = :id")
                .param("total", total)
                .param("done", done)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update());
    }

    /** Moves an upload on; false where it may not go there any more, or where another one runs and the table allows one. */
    public boolean move(long id, UploadState to, Instant now) {
        try {
            return jdbc.sql("update " + table + " set state = :to, touched_at = :now,"
                                    + " rows_done = case when cast(:restarts as boolean) then 0 else rows_done end"
                                    + forgetContent
                                    + " where id = :id and state = any (:from)")
                            .param("to", to.code())
                            .param("now", Timestamp.from(now))
                            .param("restarts", to == UploadState.APPLYING)
                            .param("over", to.over())
                            .param("id", id)
                            .param("from", statesBefore(to))
                            .update()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The codes of the states that lead there. */
    public static String[] statesBefore(UploadState to) {
        return Arrays.stream(UploadState.values())
                .filter(state -> state.leadsTo(to))
                .map(UploadState::code)
                .toArray(String[]::new);
    }

    /** Those that nobody has worked on since then have failed. */
    public void giveUp(Instant untouchedSince) {
        jdbc.sql("update " + table + " set state = 'failed'" + forgetContent + " where " + RUNNING
                        + " and touched_at < :since")
                .param("since", Timestamp.from(untouchedSince))
                .param("over", true)
                .update();
    }

    /** Forgets all but the latest, and those that run. */
    public void keepLatest(int kept) {
        jdbc.sql("delete from " + table + " where not " + RUNNING + " and id not in (select id from " + table
                        + " order by id desc limit :kept)")
                .param("kept", kept)
                .update();
    }
}
