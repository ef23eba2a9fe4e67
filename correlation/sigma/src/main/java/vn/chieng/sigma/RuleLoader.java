package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chieng.sigma.rule.CorrelationRule;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.SigmaFilter;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.RuleIssue;

/** Puts together what several files hold: rules by id, filters on the rules they name, correlations over rules. */
final class RuleLoader {
    private final Map<String, SigmaRule> rules = new LinkedHashMap<>();
    private final List<SigmaFilter> filters = new ArrayList<>();
    private final List<CorrelationRule> correlations = new ArrayList<>();
    private final List<RuleIssue> issues = new ArrayList<>();
    private final List<RuleIssue> warnings = new ArrayList<>();

    RuleLoader(List<RuleReader.Result> readings) {
        for (RuleReader.Result result : readings) {
            issues.addAll(result.issues());
            result.rules().forEach(this::add);
            filters.addAll(result.filters());
            correlations.addAll(result.correlations());
        }
        filters.forEach(this::apply);
        correlations.forEach(this::refuse);
    }

    Collection<SigmaRule> rules() {
        return rules.values();
    }

    List<CorrelationRule> correlations() {
        return correlations;
    }

    List<RuleIssue> issues() {
        return issues;
    }

    List<RuleIssue> warnings() {
        return warnings;
    }

    private void add(SigmaRule rule) {
        SigmaRule first = rules.putIfAbsent(rule.id(), rule);
        if (first != null) {
            issues.add(new RuleIssue(
                    rule.file(), rule.position(), "the id " + rule.id() + " is taken by " + first.file()));
        }
    }

    private void apply(SigmaFilter filter) {
        List<SigmaRule> concerned =
                rules.values().stream().filter(filter::appliesTo).toList();
        concerned.forEach(rule -> rules.put(rule.id(), filter.applyTo(rule)));
        if (concerned.isEmpty()) {
            warn(filter, "the filter applies to no rule that is loaded");
        }
        if (!filter.excludes()) {
            warn(filter, "the filter has no not: its rules will match only what it selects");
        }
    }

    private void warn(SigmaFilter filter, String message) {
        warnings.add(new RuleIssue(filter.file(), filter.position(), message));
    }

    private void refuse(CorrelationRule correlation) {
        Set<String> known = new HashSet<>();
        rules.values().forEach(rule -> known.addAll(List.of(rule.id(), rule.name())));
        correlations.forEach(other -> known.addAll(List.of(other.id(), other.name())));
        String reason = correlation.rules().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "the correlation refers to " + name + ", which is not loaded")
                .orElse(
                        refersToItself(correlation, correlation, new HashSet<>())
                                ? "the correlation refers to itself"
                                : "the correlation is sound, but correlations are not run yet");
        issues.add(new RuleIssue(correlation.file(), correlation.position(), reason));
    }

    private boolean refersToItself(CorrelationRule start, CorrelationRule from, Set<String> seen) {
        for (CorrelationRule next : correlations) {
            boolean referred = from.rules().contains(next.id())
                    || (!next.name().isEmpty() && from.rules().contains(next.name()));
            if (referred && (next.equals(start) || (seen.add(next.id()) && refersToItself(start, next, seen)))) {
                return true;
            }
        }
        return false;
    }
}
