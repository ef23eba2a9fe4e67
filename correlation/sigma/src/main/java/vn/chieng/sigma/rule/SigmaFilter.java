package vn.chieng.sigma.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.yaml.Position;

/**
 * What is added to the condition of other rules, mostly to except something from them.
 *
 * @param rules ids or names of the rules it is for
 * @param any whether it is for every rule of its log source
 */
public record SigmaFilter(
        String id,
        String title,
        List<String> rules,
        boolean any,
        LogSource logSource,
        Detection detection,
        String file,
        Position position) {

    public SigmaFilter {
        rules = List.copyOf(rules);
    }

    /** Whether the rule is named, and of the filter's log source. */
    public boolean appliesTo(SigmaRule rule) {
        boolean named = any || rules.contains(rule.id()) || rules.contains(rule.name());
        return named && logSource.contains(rule.logSource());
    }

    /** The rule with this filter's condition beside its own; both must hold, as in pySigma. */
    public SigmaRule applyTo(SigmaRule rule) {
        Map<String, Search> searches = new LinkedHashMap<>(rule.detection().searches());
        // no two filters of one rule find it with as many searches
        String prefix = "_filter_" + searches.size() + "_";
        detection.searches().forEach((identifier, search) -> searches.put(prefix + identifier, search));
        Condition both =
                new Condition.And(List.of(rule.detection().condition(), renamed(detection.condition(), prefix)));
        return rule.with(new Detection(searches, both));
    }

    /** Whether the condition excludes anything: one that does not keeps only what the filter names. */
    public boolean excludes() {
        return negates(detection.condition());
    }

    private static boolean negates(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) -> operands.stream().anyMatch(SigmaFilter::negates);
            case Condition.Or(List<Condition> operands) -> operands.stream().anyMatch(SigmaFilter::negates);
            case Condition.Not _ -> true;
            case Condition.Named _ -> false;
        };
    }

    private static Condition renamed(Condition condition, String prefix) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) -> new Condition.And(renamed(operands, prefix));
            case Condition.Or(List<Condition> operands) -> new Condition.Or(renamed(operands, prefix));
            case Condition.Not(Condition operand) -> new Condition.Not(renamed(operand, prefix));
            case Condition.Named(String identifier, Position place) -> new Condition.Named(prefix + identifier, place);
        };
    }

    private static List<Condition> renamed(List<Condition> operands, String prefix) {
        return operands.stream().map(operand -> renamed(operand, prefix)).toList();
    }
}
