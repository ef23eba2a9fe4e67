package vn.chieng.api.systems.lists;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.OperationException;
import vn.chieng.api.systems.duties.SystemTask;

/** Answers lists of systems with what tasks, exceptions and dossiers say of each. */
@Component
final class SystemLists {
    private final SystemRegister register;
    private final DutyStore duties;
    private final Approvals approvals;
    private final OrganizationDirectory directory;

    SystemLists(SystemRegister register, DutyStore duties, Approvals approvals, OrganizationDirectory directory) {
        this.register = register;
        this.duties = duties;
        this.approvals = approvals;
        this.directory = directory;
    }

    /** A system with what surrounds it; tasks are those open. */
    public record Row(
            RegisteredSystem system,
            ApprovalState.@Nullable Approval approval,
            List<SystemTask> tasks,
            @Nullable OperationException exception) {
        public ApprovalState.Phase phase() {
            return approval == null ? ApprovalState.Phase.NONE : approval.phase();
        }
    }

    /** All that the parameters ask for within the scope. */
    List<Row> rows(SystemListParameters parameters, Scope scope) {
        SystemQuery query;
        try {
            query = parameters.query(directory::subtree);
            parameters.phases();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        return rows(register.list(query, scope)).stream()
                .filter(row ->
                        parameters.phases().isEmpty() || parameters.phases().contains(row.phase()))
                .toList();
    }

    List<Row> rows(List<RegisteredSystem> systems) {
        List<UUID> ids = systems.stream().map(RegisteredSystem::id).toList();
        Map<UUID, ApprovalState.Approval> approved = approvals.of(ids);
        Map<UUID, List<SystemTask>> tasks = duties.openTasks(ids);
        Map<UUID, OperationException> exceptions = duties.exceptions(ids);
        return systems.stream()
                .map(system -> new Row(
                        system,
                        approved.get(system.id()),
                        tasks.getOrDefault(system.id(), List.of()),
                        exceptions.get(system.id())))
                .toList();
    }
}
