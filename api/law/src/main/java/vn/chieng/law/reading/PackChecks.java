package vn.chieng.law.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Requirements;
import vn.chieng.law.pack.Retention;

/** Checks what no single rule shows: conditions against inputs, levels against levels, counters against criteria. */
final class PackChecks {
    private final Issues issues;
    private final Places places;

    PackChecks(Issues issues, Places places) {
        this.issues = issues;
        this.places = places;
    }

    void conditions(Classification classification, Procedure procedure, DossierContent dossier, Incidents incidents) {
        ConditionCheck ofSystem = new ConditionCheck(classification.inputs(), issues, places);
        classification.exclusions().forEach(exclusion -> ofSystem.check(exclusion.when()));
        classification.criteria().forEach(criterion -> ofSystem.check(criterion.when()));
        classification.flags().forEach(flag -> ofSystem.check(flag.when()));
        Collection<Input> both = new ArrayList<>(classification.inputs());
        both.addAll(procedure.gateInputs());
        ConditionCheck ofDossier = new ConditionCheck(both, issues, places);
        for (Procedure.Gate gate : procedure.gates()) {
            ofDossier.check(gate.when());
            ofDossier.check(gate.requires());
        }
        dossier.parts().forEach(part -> ofDossier.check(part.when()));
        ConditionCheck ofIncident = new ConditionCheck(incidents.incidentInputs(), issues, places);
        incidents.severities().forEach(severity -> ofIncident.check(severity.when()));
        incidents.clocks().forEach(clock -> ofIncident.check(clock.when()));
    }

    void levels(
            Classification classification,
            Procedure procedure,
            DossierContent dossier,
            Requirements requirements,
            Retention retention) {
        Set<Integer> known = new HashSet<>();
        for (Classification.Level level : classification.levels()) {
            if (!known.add(level.number())) {
                issues.add(places.of(level, "number"), "level " + level.number() + " occurs twice");
            }
        }
        classification.criteria().forEach(criterion -> level(known, criterion, "level", criterion.level()));
        classification.flags().forEach(flag -> levels(known, flag, "implied-by", flag.impliedBy()));
        classification.suggestions().forEach(one -> levels(known, one, "levels", one.levels()));
        procedure.routes().forEach(route -> levels(known, route, "levels", route.levels()));
        procedure.gates().forEach(gate -> levels(known, gate, "levels", gate.levels()));
        dossier.parts().forEach(part -> levels(known, part, "levels", part.levels()));
        dossier.forms().forEach(form -> levels(known, form, "levels", form.levels()));
        requirements.duties().forEach(duty -> levels(known, duty, "levels", duty.levels()));
        requirements.items().forEach(item -> levels(known, item, "levels", item.levels()));
        requirements
                .groups()
                .forEach(group -> group.sections().forEach(section -> level(known, section, "level", section.level())));
        retention.logs().forEach(log -> level(known, log, "level", log.level()));
        routes(classification, procedure);
    }

    private void levels(Set<Integer> known, Object rule, String key, List<Integer> levels) {
        levels.forEach(level -> level(known, rule, key, level));
    }

    private void level(Set<Integer> known, Object rule, String key, int level) {
        if (!known.contains(level)) {
            issues.add(places.of(rule, key), "the pack has no level " + level);
        }
    }

    private void routes(Classification classification, Procedure procedure) {
        for (Classification.Level level : classification.levels()) {
            List<Procedure.Route> plain = procedure.routes().stream()
                    .filter(route -> route.flag() == null && route.levels().contains(level.number()))
                    .toList();
            if (plain.size() != 1) {
                String found = plain.stream().map(Procedure.Route::id).collect(Collectors.joining(", "));
                issues.add(
                        places.of(level, "number"),
                        "level " + level.number() + " needs exactly one route without a flag, not: [" + found + "]");
            }
        }
    }

    /** A counter warns before a criterion fires, so its limit must be that criterion's. */
    void counters(Classification classification) {
        for (Classification.Counter counter : classification.counters()) {
            Condition.AtLeast expected = new Condition.AtLeast(counter.input(), counter.limit());
            boolean found = classification.criteria().stream()
                    .filter(criterion -> criterion.id().equals(counter.criterion()))
                    .flatMap(criterion -> tests(criterion.when()))
                    .anyMatch(expected::equals);
            if (!found) {
                issues.add(
                        places.of(counter, "limit"),
                        "the criterion \"" + counter.criterion() + "\" does not ask for at least " + counter.limit()
                                + " of \"" + counter.input() + "\"");
            }
        }
    }

    private static Stream<Condition> tests(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> operands) -> operands.stream().flatMap(PackChecks::tests);
            case Condition.Any(List<Condition> operands) -> operands.stream().flatMap(PackChecks::tests);
            case Condition.Not(Condition operand) -> tests(operand);
            case Condition.Test test -> Stream.of(test);
        };
    }
}
