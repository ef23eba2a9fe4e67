package vn.chieng.api.incidents.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.tasks.Task;
import vn.chieng.api.incidents.tasks.TaskDraft;
import vn.chieng.api.incidents.tasks.TaskOutcome;
import vn.chieng.api.incidents.tasks.TaskStore;

@Component
final class PostgresTasks implements TaskStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Clock clock;

    PostgresTasks(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IncidentEdits edits,
            IncidentLog log,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Task> of(long incidentId, Scope scope) {
        return jdbc.sql(
                        "select t.* from incident_tasks t where t.incident_id in (select incident_family(:id)) and exists"
                                + " (select from incidents i where i.id = :id and "
                                + scope.overlaps("i.organization_ids")
                                + ") order by t.done_at is not null, t.due_at nulls last, t.id")
                .param("id", incidentId)
                .param("scope", scope.parameter())
                .query(PostgresTasks::task)
                .list();
    }

    @Override
    public Optional<Task> find(long incidentId, long id, Scope scope) {
        return of(incidentId, scope).stream().filter(task -> task.id() == id).findFirst();
    }

    @Override
    public TaskOutcome add(long incidentId, TaskDraft draft, SignedIn by) {
        return within(() -> {
            Optional<Incident> incident = edits.lock(incidentId, by);
            if (incident.isEmpty()) {
                return new TaskOutcome.Unknown();
            }
            if (of(incidentId, by.scope()).size() >= Task.MOST) {
                return new TaskOutcome.TooMany();
            }
            Handler owner = draft.owner();
            Task added = jdbc.sql("""
                            insert into incident_tasks (incident_id, title, owner_id, owner_name, due_at, created_at,
                                created_by)
                            values (?, ?, ?, ?, ?, ?, ?) returning *""")
                    .param(incidentId)
                    .param(Columns.storable(draft.title()))
                    .param(owner == null ? null : owner.id())
                    .param(owner == null ? null : owner.displayName())
                    .param(atOrNull(draft.dueAt()))
                    .param(Columns.at(clock.instant()))
                    .param(by.displayName())
                    .query(PostgresTasks::task)
                    .single();
            tell(incident.get(), null, added, IncidentAction.TASK_ADDED, HistoryEntry.Kind.TASK_ADDED, by);
            return new TaskOutcome.Done(added);
        });
    }

    @Override
    public TaskOutcome change(long incidentId, long id, int version, TaskDraft draft, SignedIn by) {
        Handler owner = draft.owner();
        return changed(
                incidentId,
                id,
                version,
                HistoryEntry.Kind.TASK_CHANGED,
                by,
                task -> new Task(
                        task.id(),
                        task.incidentId(),
                        draft.title(),
                        owner == null ? null : owner.id(),
                        owner == null ? null : owner.displayName(),
                        draft.dueAt(),
                        task.doneAt(),
                        task.doneBy(),
                        task.createdAt(),
                        task.createdBy(),
                        task.version()));
    }

    @Override
    public TaskOutcome done(long incidentId, long id, int version, boolean done, SignedIn by) {
        HistoryEntry.Kind kind = done ? HistoryEntry.Kind.TASK_DONE : HistoryEntry.Kind.TASK_CHANGED;
        return changed(
                incidentId,
                id,
                version,
                kind,
                by,
                task -> new Task(
                        task.id(),
                        task.incidentId(),
                        task.title(),
                        task.ownerId(),
                        task.ownerName(),
                        task.dueAt(),
                        done ? clock.instant() : null,
                        done ? by.displayName() : null,
                        task.createdAt(),
                        task.createdBy(),
                        task.version()));
    }

    private TaskOutcome changed(
            long incidentId, long id, int version, HistoryEntry.Kind kind, SignedIn by, UnaryOperator<Task> change) {
        return within(() -> {
            Optional<Incident> incident = edits.lock(incidentId, by);
            Optional<Task> found = incident.flatMap(_ -> find(incidentId, id, by.scope()));
            if (incident.isEmpty() || found.isEmpty()) {
                return new TaskOutcome.Unknown();
            }
            if (found.get().version() != version) {
                return new TaskOutcome.Stale(found.get());
            }
            Task written = write(change.apply(found.get()));
            tell(incident.get(), found.get(), written, IncidentAction.TASK_CHANGED, kind, by);
            return new TaskOutcome.Done(written);
        });
    }

    private Task write(Task task) {
        return jdbc.sql("""
                        update incident_tasks set title = ?, owner_id = ?, owner_name = ?, due_at = ?, done_at = ?,
                            done_by = ?, version = version + 1
                        where id = ? returning *""")
                .param(Columns.storable(task.title()))
                .param(task.ownerId())
                .param(task.ownerName())
                .param(atOrNull(task.dueAt()))
                .param(atOrNull(task.doneAt()))
                .param(task.doneBy())
                .param(task.id())
                .query(PostgresTasks::task)
                .single();
    }

    private void tell(
            Incident incident,
            @Nullable Task before,
            Task after,
            IncidentAction action,
            HistoryEntry.Kind kind,
            SignedIn by) {
        log.add(incident.id(), clock.instant(), kind, by, null, after.title(), null);
        audit.record(
                by,
                IncidentLog.about(action, incident).changed(before == null ? Map.of() : values(before), values(after)));
        log.touch(incident.id());
        log.publish(List.of(new IncidentEvent.TaskChanged(incident, after, by)));
    }

    private TaskOutcome within(java.util.function.Supplier<TaskOutcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> change.get()));
    }

    private static Map<String, @Nullable Object> values(Task task) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("task", task.id());
        values.put("owner", task.ownerName());
        values.put("due", task.dueAt() == null ? null : task.dueAt().toString());
        values.put("done", task.doneAt() == null ? null : task.doneAt().toString());
        return values;
    }

    private static @Nullable Object atOrNull(@Nullable Instant at) {
        return at == null ? null : Columns.at(at);
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getLong("incident_id"),
                row.getString("title"),
                Columns.wholeOrNull(row, "owner_id"),
                row.getString("owner_name"),
                Columns.instantOrNull(row, "due_at"),
                Columns.instantOrNull(row, "done_at"),
                row.getString("done_by"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                row.getInt("version"));
    }
}
