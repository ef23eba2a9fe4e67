package vn.chieng.api.annualreport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a unit's part up to what the register and the dossiers know; what only the unit knows stays. */
final class PartFilling {
    private final StatusWords words;

    PartFilling(StatusWords words) {
        this.words = words;
    }

    UnitPart fill(@Nullable UnitPart part, List<ReportedSystem> systems) {
        List<ReportRow> rows = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        for (ReportedSystem system : systems) {
            known.add(system.id());
            rows.add(row(system, existing(part, system.id())));
        }
        if (part != null) {
            part.rows().stream()
                    .filter(row -> row.systemId() == null || !known.contains(row.systemId()))
                    .forEach(rows::add);
        }
        return new UnitPart(Counts.of(rows, words), part == null ? null : part.plannedFinish(), rows);
    }

    private static @Nullable ReportRow existing(@Nullable UnitPart part, UUID system) {
        return part == null
                ? null
                : part.rows().stream()
                        .filter(row -> system.equals(row.systemId()))
                        .findFirst()
                        .orElse(null);
    }

    private ReportRow row(ReportedSystem system, @Nullable ReportRow before) {
        String key = system.approval();
        String status = key == null ? "" : words.approval(key);
        if (before == null) {
            return new ReportRow(
                    system.id(),
                    system.name(),
                    system.owner(),
                    system.operator(),
                    system.level(),
                    status,
                    system.decidedOn() == null ? Act.NONE : new Act("", system.decidedOn(), ""),
                    Act.NONE,
                    null,
                    "",
                    null,
                    List.of());
        }
        return new ReportRow(
                system.id(),
                system.name(),
                system.owner(),
                system.operator(),
                system.level() == null ? before.level() : system.level(),
                key == null ? before.approvalStatus() : status,
                system.decidedOn() == null
                        ? before.decision()
                        : new Act(
                                before.decision().number(),
                                system.decidedOn(),
                                before.decision().issuer()),
                before.regulation(),
                before.plannedApproval(),
                before.deploymentStatus(),
                before.plannedDeployment(),
                before.assessments());
    }
}
