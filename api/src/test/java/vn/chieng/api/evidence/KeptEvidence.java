package vn.chieng.api.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.SignedIn;

/** Evidence that tests of other features need to be there. */
public final class KeptEvidence {
    private KeptEvidence() {}

    /** Copies the incident's log lines into the locker and answers the id of the item. */
    public static String of(ApplicationContext beans, long incident, SignedIn by) {
        try {
            beans.getBean(Locker.class).addLogs(incident, "Ma trận", by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beans.getBean(JdbcClient.class)
                .sql("select id::text from evidence_items where incident_id = ?")
                .param(incident)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
