package vn.chieng.api.coverage.checks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.law.pack.LawPack;

/** Holds recorded checks against what the pack asks of each system. */
@Component
public final class SystemChecks {
    private final CheckStore store;
    private final LevelAssessor assessor;

    SystemChecks(CheckStore store, LevelAssessor assessor) {
        this.store = store;
        this.assessor = assessor;
    }

    /** A system with its standing for each kind, in the order of the kinds. */
    public record Row(RegisteredSystem system, List<CheckStanding> standings) {
        public Row {
            standings = List.copyOf(standings);
        }
    }

    /** How these systems stand; one whose level nobody determined is asked for nothing yet. */
    public List<Row> of(Collection<RegisteredSystem> systems) {
        List<RecordedCheck> checks = store.counting(
                systems.stream().map(RegisteredSystem::id).toList(),
                systems.stream()
                        .map(RegisteredSystem::organizationId)
                        .distinct()
                        .toList());
        return systems.stream()
                .map(system -> new Row(
                        system,
                        Arrays.stream(CheckKind.values())
                                .map(kind -> standing(kind, system, checks))
                                .toList()))
                .toList();
    }

    private CheckStanding standing(CheckKind kind, RegisteredSystem system, List<RecordedCheck> checks) {
        Integer level = system.level();
        Optional<CheckTerm> term = level == null
                ? Optional.empty()
                : assessor.pack(system.card().projectStart()).flatMap(pack -> CheckTerm.of(pack, level, kind));
        return CheckStanding.of(kind, term.orElse(null), system.id(), relevant(system, checks));
    }

    private static List<RecordedCheck> relevant(RegisteredSystem system, List<RecordedCheck> checks) {
        return checks.stream()
                .filter(check -> !check.ofWholeBody() || check.organizationId().equals(system.organizationId()))
                .toList();
    }

    /** How one system stands with what a pack asks of a level, such as those of its dossier. */
    public CheckStanding of(CheckKind kind, UUID systemId, String operatorId, LawPack pack, int level) {
        return CheckStanding.of(
                kind,
                CheckTerm.of(pack, level, kind).orElse(null),
                systemId,
                store.counting(List.of(systemId), List.of(operatorId)));
    }
}
