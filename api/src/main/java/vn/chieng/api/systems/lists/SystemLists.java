package vn.chieng.api.systems.lists;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Scope;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemListFields;
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
    private final NamedOrganizations named;
    private final QueryWords words;
    private final Clock clock;

    SystemLists(
            SystemRegister register,
            DutyStore duties,
            Approvals approvals,
            OrganizationDirectory directory,
            NamedOrganizations named,
            QueryWords words,
            Clock clock) {
        this.register = register;
        this.duties = duties;
        this.approvals = approvals;
        this.directory = directory;
        this.named = named;
        this.words = words;
        this.clock = clock;
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

    /** What was typed into the search box, read. */
    ParsedQuery parsed(SystemListParameters parameters) {
        return parameters.parsed(clock);
    }

    /** All that the parameters ask for within the scope; refuses with 400 what cannot be understood. */
    List<Row> rows(SystemListParameters parameters, Scope scope) {
        return rows(parameters, words.understood(parsed(parameters)), scope);
    }

    /** The same, with the query that was read from the search box. */
    List<Row> rows(SystemListParameters parameters, Query asked, Scope scope) {
        SystemQuery query;
        try {
            query = parameters.query(asked, phases(asked, scope), directory::subtree);
            parameters.phases();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        return rows(register.list(query, scope)).stream()
                .filter(row ->
                        parameters.phases().isEmpty() || parameters.phases().contains(row.phase()))
                .toList();
    }

    /** Whoever keeps dossiers is asked only where the query asks for them. */
    private Map<UUID, ApprovalState.Phase> phases(Query asked, Scope scope) {
        if (!Query.asks(asked, SystemListFields.DOSSIER)) {
            return Map.of();
        }
        List<UUID> all = register.list(SystemQuery.ALL, scope).stream()
                .map(RegisteredSystem::id)
                .toList();
        return approvals.of(all).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().phase()));
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

    /** The values of a field that begin with what was typed. */
    List<String> offered(QueryField field, String begun, Scope scope, Locale locale) {
        return switch (field.name()) {
            case "organization", "operator", "owner" -> named.offered(begun, scope, locale);
            case "code" -> matching(begun, scope, RegisteredSystem::code);
            case "name" -> matching(begun, scope, RegisteredSystem::name);
            case "place" -> matching(begun, scope, each -> each.card().hosting().place());
            case "provider" ->
                matching(begun, scope, each -> each.card().hosting().contract().provider());
            default -> List.of();
        };
    }

    private List<String> matching(String begun, Scope scope, Function<RegisteredSystem, @Nullable String> value) {
        return Completion.matching(
                register.list(SystemQuery.ALL, scope).stream().map(value).flatMap(Stream::ofNullable), begun);
    }
}
