package vn.chieng.api.incidents.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.HistoryEntry;

/** Writes history and tells every instance of this process what changed, both within the caller's transaction. */
@Component
final class IncidentLog {
    private final JdbcClient jdbc;

    IncidentLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            long incidentId,
            Instant at,
            HistoryEntry.Kind kind,
            @Nullable SignedIn by,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String note) {
        jdbc.sql("""
                        insert into incident_history (incident_id, at, kind, actor_id, actor_name, old_value, new_value,
                            note)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(incidentId)
                .param(Columns.at(at))
                .param(kind.name())
                .param(by == null || by.accountId() == 0 ? null : by.accountId())
                .param(by == null ? null : by.displayName())
                .param(Columns.storableOrNull(oldValue))
                .param(Columns.storableOrNull(newValue))
                .param(Columns.storableOrNull(note))
                .update();
    }

    /** Delivered when the transaction commits, in the order of commits. */
    void announce(long incidentId, boolean created) {
        jdbc.sql("select pg_notify('chieng_incidents', ?)")
                .param((created ? "new:" : "changed:") + incidentId)
                .query((_, _) -> 0)
                .list();
    }
}
