package vn.chieng.api.coverage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.coverage.checks.CheckStore;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.levels.LevelAssessor;

/** Counts what is known of the bodies within a scope; what nobody knows stays unknown. */
@Component
public final class Coverage {
    private final SystemRegister systems;
    private final Approvals approvals;
    private final OrganizationDirectory directory;
    private final CoverageStore store;
    private final CheckStore checks;
    private final ObjectProvider<SourceActivity> sources;
    private final LevelAssessor days;

    Coverage(
            SystemRegister systems,
            Approvals approvals,
            OrganizationDirectory directory,
            CoverageStore store,
            CheckStore checks,
            ObjectProvider<SourceActivity> sources,
            LevelAssessor days) {
        this.systems = systems;
        this.approvals = approvals;
        this.directory = directory;
        this.store = store;
        this.checks = checks;
        this.sources = sources;
        this.days = days;
    }

    /** A system that operates without approval, or by exception. */
    public record Red(RegisteredSystem system, boolean byException, ApprovalState.Phase phase) {}

    /** All bodies that exist and whose systems are within this product, in the order of the tree. */
    public List<BodyCoverage> bodies(Scope scope) {
        List<RegisteredSystem> all = living(scope);
        Map<String, List<RegisteredSystem>> byOperator =
                all.stream().collect(Collectors.groupingBy(RegisteredSystem::organizationId));
        Map<UUID, ApprovalState.Approval> approved = approvals.of(ids(all));
        Set<UUID> tasks = systems.withOpenTasks(scope);
        Set<UUID> red = red(scope).stream().map(each -> each.system().id()).collect(Collectors.toSet());
        Map<String, Map<FactKind, CoverageFact>> facts = facts(scope);
        Map<String, SourceActivity.Activity> activity = Optional.ofNullable(sources.getIfAvailable())
                .map(SourceActivity::byOrganization)
                .orElse(Map.of());
        return directory.within(scope).stream()
                .filter(organization -> organization.existsOn(days.today()) && !organization.outside())
                .map(organization -> {
                    List<RegisteredSystem> own = byOperator.getOrDefault(organization.id(), List.of());
                    return body(
                            organization,
                            own,
                            approved,
                            count(own, tasks),
                            count(own, red),
                            activity.get(organization.id()),
                            facts.getOrDefault(organization.id(), Map.of()));
                })
                .toList();
    }

    private BodyCoverage body(
            Organization organization,
            List<RegisteredSystem> own,
            Map<UUID, ApprovalState.Approval> approved,
            int tasks,
            int red,
            SourceActivity.@Nullable Activity activity,
            Map<FactKind, CoverageFact> facts) {
        List<RegisteredSystem> operating = own.stream()
                .filter(system -> system.status() == SystemStatus.OPERATING)
                .toList();
        long approvedNow = operating.stream()
                .filter(system -> Approvals.phase(approved, system.id()) == ApprovalState.Phase.APPROVED)
                .count();
        return new BodyCoverage(
                organization,
                own.size(),
                (int) own.stream().filter(system -> system.level() != null).count(),
                operating.size(),
                approvals.known() ? (int) approvedNow : null,
                red,
                tasks,
                activity,
                facts);
    }

    /** Systems of the red list, those of the highest level first. */
    List<Red> red(Scope scope) {
        List<RegisteredSystem> operating = living(scope).stream()
                .filter(system -> system.status() == SystemStatus.OPERATING)
                .toList();
        Set<UUID> excepted = systems.withExceptions(scope);
        Map<UUID, ApprovalState.Approval> approved = approvals.of(ids(operating));
        boolean known = approvals.known();
        return operating.stream()
                .map(system -> new Red(system, excepted.contains(system.id()), Approvals.phase(approved, system.id())))
                .filter(each -> each.byException() || (known && each.phase() != ApprovalState.Phase.APPROVED))
                .sorted(Comparator.comparing(
                        each -> each.system().level(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** In which months the systems that operate began to, and whether they had been approved by then. */
    List<StartCount> starts(Scope scope, int most) {
        List<RegisteredSystem> operating = living(scope).stream()
                .filter(system -> system.status() == SystemStatus.OPERATING)
                .toList();
        return StartCount.of(operating, approvals.of(ids(operating)), most);
    }

    private List<RegisteredSystem> living(Scope scope) {
        return systems.list(SystemQuery.ALL, scope).stream()
                .filter(system -> system.status() != SystemStatus.RETIRED)
                .toList();
    }

    private Map<String, Map<FactKind, CoverageFact>> facts(Scope scope) {
        Map<String, Map<FactKind, CoverageFact>> facts = new HashMap<>();
        store.facts(scope)
                .forEach(fact -> facts.computeIfAbsent(fact.organizationId(), _ -> new EnumMap<>(FactKind.class))
                        .put(fact.kind(), fact));
        checks.latest(scope)
                .forEach(check -> Arrays.stream(FactKind.values())
                        .filter(kind -> kind.check() == check.kind())
                        .forEach(kind -> facts.computeIfAbsent(
                                        check.organizationId(), _ -> new EnumMap<>(FactKind.class))
                                .put(kind, CoverageFact.of(kind, check))));
        return facts;
    }

    private static int count(List<RegisteredSystem> systems, Set<UUID> wanted) {
        return (int)
                systems.stream().filter(system -> wanted.contains(system.id())).count();
    }

    private static List<UUID> ids(List<RegisteredSystem> systems) {
        return systems.stream().map(RegisteredSystem::id).toList();
    }
}
