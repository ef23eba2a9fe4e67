package vn.chieng.api.clocks.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.IncidentDeadlines;

/** Asks the running clocks, and those of which a closing report is still owed. */
@Component
final class PostgresDeadlines implements IncidentDeadlines {
    private final JdbcClient jdbc;

    PostgresDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Deadline> next(Collection<Long> incidentIds) {
        Map<Long, Deadline> next = new HashMap<>();
        if (!incidentIds.isEmpty()) {
            jdbc.sql("select distinct on (incident_id) incident_id, clock, due_at from incident_clocks"
                            + " where incident_id = any (:ids) and (state = 'RUNNING' or closing_owed)"
                            + " order by incident_id, due_at")
                    .param("ids", incidentIds.toArray(Long[]::new))
                    .query(row -> {
                        next.put(
                                row.getLong("incident_id"),
                                new Deadline(
                                        row.getString("clock"),
                                        row.getTimestamp("due_at").toInstant()));
                    });
        }
        return next;
    }
}
