package vn.chieng.law.levels;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chieng.law.conditions.Evaluation;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.conditions.Truth;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;

/** Proposes a level from what is known about a system: the highest criterion wins. */
public final class LevelProposal {
    private static final long PERCENT = 100;
    private final LawPack pack;
    private final Classification rules;

    public LevelProposal(LawPack pack) {
        this.pack = pack;
        this.rules = pack.classification();
    }

    public Classified propose(Facts facts) {
        List<Classification.Exclusion> excluding = rules.exclusions().stream()
                .filter(exclusion -> Evaluation.evaluate(exclusion.when(), facts) == Truth.HOLDS)
                .toList();
        if (!excluding.isEmpty()) {
            return new Classified.Excluded(pack.version(), excluding);
        }
        List<Classification.Criterion> fired = rules.criteria().stream()
                .filter(criterion -> Evaluation.evaluate(criterion.when(), facts) == Truth.HOLDS)
                .sorted(Comparator.comparingInt(Classification.Criterion::level).reversed())
                .toList();
        if (fired.isEmpty()) {
            return new Classified.Undetermined(
                    pack.version(), raises(Integer.MIN_VALUE, facts), missing(Integer.MIN_VALUE, facts));
        }
        int number = fired.getFirst().level();
        Classification.Level level = rules.levels().stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow();
        return new Classified.Proposed(
                pack.version(),
                level,
                fired,
                flags(number, facts),
                undecidedFlags(number, facts),
                raises(number, facts),
                missing(number, facts),
                warnings(facts));
    }

    private List<Classification.Flag> flags(int level, Facts facts) {
        return rules.flags().stream()
                .filter(flag ->
                        flag.impliedBy().contains(level) || Evaluation.evaluate(flag.when(), facts) == Truth.HOLDS)
                .toList();
    }

    private List<Classification.Flag> undecidedFlags(int level, Facts facts) {
        return rules.flags().stream()
                .filter(flag -> !flag.impliedBy().contains(level))
                .filter(flag -> Evaluation.evaluate(flag.when(), facts) == Truth.OPEN)
                .toList();
    }

    private List<Classified.Raise> raises(int level, Facts facts) {
        return rules.criteria().stream()
                .filter(criterion -> criterion.level() > level)
                .sorted(Comparator.comparingInt(Classification.Criterion::level))
                .map(criterion -> new Classified.Raise(criterion, Evaluation.unmet(criterion.when(), facts)))
                .toList();
    }

    /** Inputs not yet known on which a higher level may still depend; one that cannot raise it is not asked for. */
    private Set<String> missing(int level, Facts facts) {
        Set<String> missing = new LinkedHashSet<>();
        rules.criteria().stream()
                .filter(criterion -> criterion.level() > level)
                .filter(criterion -> Evaluation.evaluate(criterion.when(), facts) == Truth.OPEN)
                .forEach(criterion -> missing.addAll(Evaluation.missing(criterion.when(), facts)));
        return missing;
    }

    private List<Classified.CounterWarning> warnings(Facts facts) {
        return rules.counters().stream()
                .map(counter -> warning(counter, facts))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Classified.CounterWarning> warning(Classification.Counter counter, Facts facts) {
        if (facts.of(counter.input()).orElse(null) instanceof Fact.Count(int value)
                && value * PERCENT >= (long) counter.limit() * counter.warnAtPercent()) {
            return Optional.of(new Classified.CounterWarning(counter, value, value >= counter.limit()));
        }
        return Optional.empty();
    }
}
