package vn.chieng.api.systems.levels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** Finds by trying which single answers would change the level; numbers are tried at the boundaries that the criteria name. */
final class Counterfactuals {
    private final Classification rules;
    private final LevelProposal proposal;

    Counterfactuals(LawPack pack) {
        rules = pack.classification();
        proposal = new LevelProposal(pack);
    }

    /** Only the nearest level in each direction, and of each input the change that is nearest to the present answer. */
    List<Counterfactual> nearest(Facts facts) {
        int now = level(proposal.propose(facts));
        List<Counterfactual> all = rules.inputs().stream()
                .flatMap(input -> of(input, facts, now).stream())
                .toList();
        int up = all.stream()
                .filter(Counterfactual::raises)
                .mapToInt(Counterfactual::to)
                .min()
                .orElse(now);
        int down = all.stream()
                .filter(change -> !change.raises())
                .mapToInt(Counterfactual::to)
                .max()
                .orElse(now);
        return all.stream()
                .filter(change -> change.to() == up || change.to() == down)
                .sorted(Comparator.comparingInt(Counterfactual::to).reversed())
                .toList();
    }

    private Collection<Counterfactual> of(Input input, Facts facts, int now) {
        Fact present = facts.of(input.id()).orElse(null);
        Map<Integer, Counterfactual> byLevel = new LinkedHashMap<>();
        for (Fact candidate : candidates(input, present)) {
            if (candidate.equals(present)) {
                continue;
            }
            Classified outcome = proposal.propose(facts.with(input.id(), candidate));
            int then = level(outcome);
            if (then != now && outcome instanceof Classified.Proposed) {
                byLevel.putIfAbsent(then, new Counterfactual(input, candidate, now, then));
            }
        }
        return byLevel.values();
    }

    private static int level(Classified outcome) {
        return outcome instanceof Classified.Proposed proposed
                ? proposed.level().number()
                : 0;
    }

    /** Other answers that could be given, those nearest to the present one first. */
    private List<Fact> candidates(Input input, @Nullable Fact present) {
        return switch (input.type()) {
            case BOOLEAN -> List.of(new Fact.Flag(true), new Fact.Flag(false));
            case ENUM ->
                input.options().stream()
                        .<Fact>map(option -> new Fact.Choice(option.value()))
                        .toList();
            case SET -> sets(input, present);
            case INTEGER -> numbers(input, present instanceof Fact.Count(int count) ? count : 0);
        };
    }

    private static List<Fact> sets(Input input, @Nullable Fact present) {
        Set<String> chosen = present instanceof Fact.Choices(Set<String> values) ? values : Set.of();
        List<Fact> candidates = new ArrayList<>();
        for (Input.Option option : input.options()) {
            Set<String> other = new HashSet<>(chosen);
            if (!other.remove(option.value())) {
                other.add(option.value());
            }
            candidates.add(new Fact.Choices(other));
        }
        return candidates;
    }

    private List<Fact> numbers(Input input, int present) {
        Set<Integer> boundaries = new TreeSet<>(Comparator.<Integer>comparingInt(number -> Math.abs(number - present))
                .thenComparing(number -> number));
        Stream.concat(
                        rules.criteria().stream().map(Classification.Criterion::when),
                        rules.exclusions().stream().map(Classification.Exclusion::when))
                .forEach(condition -> collect(condition, input.id(), boundaries));
        return boundaries.stream()
                .filter(number -> number >= 0)
                .<Fact>map(Fact.Count::new)
                .toList();
    }

    private static void collect(Condition condition, String input, Set<Integer> boundaries) {
        switch (condition) {
            case Condition.All(List<Condition> operands) ->
                operands.forEach(operand -> collect(operand, input, boundaries));
            case Condition.Any(List<Condition> operands) ->
                operands.forEach(operand -> collect(operand, input, boundaries));
            case Condition.Not(Condition operand) -> collect(operand, input, boundaries);
            case Condition.Test test when !test.input().equals(input) -> {}
            case Condition.AtLeast(String _, int limit) -> boundaries.addAll(List.of(limit - 1, limit));
            case Condition.AtMost(String _, int limit) -> boundaries.addAll(List.of(limit, limit + 1));
            case Condition.Equal(String _, String value) -> number(value, boundaries);
            case Condition.In(String _, List<String> values) -> values.forEach(value -> number(value, boundaries));
            case Condition.Exists _ -> {}
        }
    }

    private static void number(String value, Set<Integer> boundaries) {
        if (value.matches("\\d{1,9}")) {
            boundaries.add(Integer.valueOf(value));
        }
    }
}
