package vn.chieng.api.incidents.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentState;

/** Writes history and tells others what changed, all within the caller's transaction. */
@Component
final class IncidentLog {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    IncidentLog(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Adds an entry and answers its id. */
    long add(
            long incidentId,
            Instant at,
            HistoryEntry.Kind kind,
            @Nullable SignedIn by,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String note) {
        return add(incidentId, at, null, kind, by, oldValue, newValue, note);
    }

    /** Adds what somebody says to have happened then, beside anything of ours. */
    void event(long incidentId, Instant at, Instant happened, SignedIn by, String note) {
        add(incidentId, at, happened, HistoryEntry.Kind.EVENT, by, null, null, note);
    }

    private long add(
            long incidentId,
            Instant at,
            @Nullable Instant happened,
            HistoryEntry.Kind kind,
            @Nullable SignedIn by,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String note) {
        return jdbc.sql("""
                        insert into incident_history (incident_id, at, happened_at, kind, actor_id, actor_name, acted_as,
                            old_value, new_value, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(incidentId)
                .param(Columns.at(at))
                .param(happened == null ? null : Columns.at(happened))
                .param(kind.name())
                .param(by == null || by.accountId() == 0 ? null : by.accountId())
                .param(by == null ? null : by.displayName())
                .param(by == null ? null : by.role().name())
                .param(Columns.storableOrNull(oldValue))
                .param(Columns.storableOrNull(newValue))
                .param(Columns.storableOrNull(note))
                .query(Long.class)
                .single();
    }

    /** Notes when it entered a stage for the first time. */
    void entered(long incidentId, IncidentState state, Instant at) {
        jdbc.sql("insert into incident_stages (incident_id, state, entered_at) values (?, ?, ?) on conflict do nothing")
                .param(incidentId)
                .param(state.name())
                .param(Columns.at(at))
                .update();
    }

    /** What changed beside the row is a change of the incident too. */
    void touch(long incidentId) {
        jdbc.sql("update incidents set changed_at = greatest(clock_timestamp(), changed_at) where id = ?")
                .param(incidentId)
                .update();
        announce(incidentId, false);
    }

    /** Delivered to every instance when the transaction commits, in the order of commits. */
    void announce(long incidentId, boolean created) {
        jdbc.sql("select pg_notify('chieng_incidents', ?)")
                .param((created ? "new:" : "changed:") + incidentId)
                .query((_, _) -> 0)
                .list();
    }

    /** Tells whoever listens within this process, still within the transaction. */
    void publish(List<IncidentEvent> changes) {
        changes.forEach(events::publishEvent);
    }

    static AuditRecord about(IncidentAction action, Incident incident) {
        return AuditRecord.of(
                action,
                "incident",
                Long.toString(incident.id()),
                incident.number(),
                Set.copyOf(incident.organizationIds()));
    }
}
