package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.FormWords;

/** Checks what is reported against what the register and the dossiers know. */
final class RegisterCheck {
    private final StatusWords words;
    private final Map<UUID, ReportedSystem> known;
    private final Set<UUID> reported = new HashSet<>();

    RegisterCheck(StatusWords words, List<ReportedSystem> systems) {
        this.words = words;
        known = systems.stream().collect(Collectors.toMap(ReportedSystem::id, Function.identity()));
    }

    void check(String unit, ReportRow row, Findings found) {
        UUID id = row.systemId();
        ReportedSystem system = id == null ? null : known.get(id);
        if (system == null) {
            found.add(Kind.SYSTEM_UNKNOWN, Column.NAME, row.name());
            return;
        }
        found.addIf(!reported.add(system.id()), Kind.SYSTEM_REPEATED, Column.NAME, row.name());
        found.addIf(!system.organizationId().equals(unit), Kind.SYSTEM_OF_ANOTHER_UNIT, Column.NAME, system.operator());
        differs(row.name(), system.name(), Kind.NAME_DIFFERS, Column.NAME, found);
        differs(row.owner(), system.owner(), Kind.OWNER_DIFFERS, Column.OWNER, found);
        differs(row.operator(), system.operator(), Kind.OPERATOR_DIFFERS, Column.OPERATOR, found);
        Integer level = row.level();
        Integer knownLevel = system.level();
        found.addIf(
                level != null && knownLevel != null && !level.equals(knownLevel),
                Kind.LEVEL_DIFFERS,
                Column.LEVEL,
                Objects.toString(level, ""),
                Objects.toString(knownLevel, ""));
        dossier(row, system, found);
    }

    private void dossier(ReportRow row, ReportedSystem system, Findings found) {
        String key = system.approval();
        if (key != null) {
            differs(row.approvalStatus(), words.approval(key), Kind.APPROVAL_STATUS_DIFFERS, Column.APPROVAL, found);
        }
        LocalDate decided = row.decision().date();
        LocalDate knownDay = system.decidedOn();
        if (decided != null && knownDay != null) {
            found.addIf(
                    !decided.equals(knownDay),
                    Kind.DECISION_DATE_DIFFERS,
                    Column.DECISION,
                    FormWords.day(decided),
                    FormWords.day(knownDay));
        }
    }

    /** What nobody reported; to be called after every row was checked. */
    void leftOut(Set<String> units, Findings found) {
        known.values().stream()
                .filter(system -> !reported.contains(system.id()))
                .sorted(java.util.Comparator.comparing(ReportedSystem::id))
                .forEach(system -> found.unit(system.organizationId())
                        .add(
                                units.contains(system.organizationId()) ? Kind.SYSTEM_LEFT_OUT : Kind.UNIT_MISSING,
                                Column.NAME,
                                system.name(),
                                system.operator()));
    }

    private static void differs(String reported, String known, Kind kind, int column, Findings found) {
        found.addIf(!reported.isEmpty() && !reported.equals(known), kind, column, reported, known);
    }
}
