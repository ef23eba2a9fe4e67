package vn.chieng.api.systems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.OperationException;
import vn.chieng.api.systems.duties.SystemTask;
import vn.chieng.api.systems.duties.TaskCause;

@Component
final class PostgresDuties implements DutyStore {
    private final JdbcClient jdbc;

    PostgresDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean open(UUID systemId, TaskCause cause, @Nullable String detail, @Nullable String by, Instant at) {
        return jdbc.sql("""
                        insert into system_tasks (system_id, trigger_id, cause, detail, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (system_id, trigger_id, cause) where closed_at is null do nothing""")
                        .param(systemId)
                        .param(cause.trigger())
                        .param(cause.code())
                        .param(detail)
                        .param(SystemRows.at(at))
                        .param(by)
                        .update()
                > 0;
    }

    @Override
    public List<SystemTask> tasks(UUID systemId) {
        return jdbc.sql("select * from system_tasks where system_id = ? order by closed_at is not null, id desc")
                .param(systemId)
                .query(PostgresDuties::task)
                .list();
    }

    @Override
    public Map<UUID, List<SystemTask>> openTasks(Collection<UUID> systemIds) {
        return jdbc
                .sql("select * from system_tasks where closed_at is null and system_id = any (?) order by id")
                .param(systemIds.toArray(UUID[]::new))
                .query(PostgresDuties::task)
                .list()
                .stream()
                .collect(Collectors.groupingBy(SystemTask::systemId));
    }

    private static SystemTask task(ResultSet row, int number) throws SQLException {
        return new SystemTask(
                row.getLong("id"),
                row.getObject("system_id", UUID.class),
                TaskCause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getString("detail"),
                SystemRows.instant(row, "opened_at"),
                row.getString("opened_by"),
                SystemRows.instantOrNull(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("closed_why"));
    }

    @Override
    public boolean close(UUID systemId, long taskId, String why, String by, Instant at) {
        return jdbc.sql("update system_tasks set closed_at = ?, closed_by = ?, closed_why = ?"
                                + " where id = ? and system_id = ? and closed_at is null")
                        .param(SystemRows.at(at))
                        .param(by)
                        .param(why)
                        .param(taskId)
                        .param(systemId)
                        .update()
                > 0;
    }

    @Override
    public void closeAll(UUID systemId, String why, String by, Instant at) {
        jdbc.sql("update system_tasks set closed_at = ?, closed_by = ?, closed_why = ?"
                        + " where system_id = ? and closed_at is null")
                .param(SystemRows.at(at))
                .param(by)
                .param(why)
                .param(systemId)
                .update();
    }

    @Override
    public void except(OperationException exception) {
        jdbc.sql("""
                        insert into system_exceptions (system_id, approver, reason, until, gates, pack, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(exception.systemId())
                .param(exception.approver())
                .param(exception.reason())
                .param(exception.until())
                .param(exception.gates().toArray(String[]::new))
                .param(exception.pack())
                .param(SystemRows.at(exception.recordedAt()))
                .param(exception.recordedBy())
                .update();
    }

    @Override
    public Optional<OperationException> exception(UUID systemId) {
        return Optional.ofNullable(exceptions(List.of(systemId)).get(systemId));
    }

    @Override
    public Map<UUID, OperationException> exceptions(Collection<UUID> systemIds) {
        Map<UUID, OperationException> all = new LinkedHashMap<>();
        jdbc.sql("select * from system_exceptions where ended_at is null and system_id = any (?)")
                .param(systemIds.toArray(UUID[]::new))
                .query((row, _) -> new OperationException(
                        row.getObject("system_id", UUID.class),
                        row.getString("approver"),
                        row.getString("reason"),
                        row.getObject("until", LocalDate.class),
                        List.of((String[]) row.getArray("gates").getArray()),
                        row.getString("pack"),
                        SystemRows.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list()
                .forEach(exception -> all.put(exception.systemId(), exception));
        return all;
    }

    @Override
    public void endException(UUID systemId, String why, Instant at) {
        jdbc.sql("update system_exceptions set ended_at = ?, ended_why = ? where system_id = ? and ended_at is null")
                .param(SystemRows.at(at))
                .param(why)
                .param(systemId)
                .update();
    }
}
