package vn.chieng.sigma.taxonomy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.Condition;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.ValueTest;

/** Says which rules cannot match whatever the configured sources send, and what they miss. */
public final class Effectiveness {
    private final Producers producers;
    private final FieldMap fieldMap;
    private final Set<String> sources;

    /**
     * What a rule that cannot work misses.
     *
     * @param logSource null where the fields are what is missing
     */
    public record Missing(@Nullable LogSource logSource, Set<String> fields) {
        public Missing {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    /** Judges by the kinds of source that are configured. */
    public Effectiveness(Set<String> sources) {
        this(Producers.shipped(), sources);
    }

    /** Judges by sources that are not in the table that ships. */
    public Effectiveness(Producers producers, Set<String> sources) {
        this.producers = producers;
        this.fieldMap = FieldMap.shipped();
        this.sources = Set.copyOf(sources);
    }

    /** What the rule misses, or null where it can work. */
    public @Nullable Missing missing(SigmaRule rule) {
        if (!producers.produce(sources, rule.logSource())) {
            return new Missing(rule.logSource(), Set.of());
        }
        Set<String> fields = new TreeSet<>();
        boolean possible = canBe(true, rule.detection().condition(), rule.detection(), rule.logSource(), fields);
        return possible ? null : new Missing(null, fields);
    }

    private boolean canBe(
            boolean wanted, Condition condition, Detection detection, LogSource logSource, Set<String> missing) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) ->
                every(
                        wanted,
                        operands.stream()
                                .map(operand -> canBe(wanted, operand, detection, logSource, missing))
                                .toList());
            case Condition.Or(List<Condition> operands) ->
                every(
                        !wanted,
                        operands.stream()
                                .map(operand -> canBe(wanted, operand, detection, logSource, missing))
                                .toList());
            case Condition.Not(Condition operand) -> canBe(!wanted, operand, detection, logSource, missing);
            case Condition.Named(String identifier, var _) -> {
                Search search = detection.searches().get(identifier);
                yield search == null || canBe(wanted, search, logSource, missing);
            }
        };
    }

    private boolean canBe(boolean wanted, Search search, LogSource logSource, Set<String> missing) {
        return switch (search) {
            case Search.All(List<Search> parts) ->
                every(
                        wanted,
                        parts.stream()
                                .map(part -> canBe(wanted, part, logSource, missing))
                                .toList());
            case Search.Any(List<Search> parts) ->
                every(
                        !wanted,
                        parts.stream()
                                .map(part -> canBe(wanted, part, logSource, missing))
                                .toList());
            case Search.Item item -> canBe(wanted, item, logSource, missing);
        };
    }

    private static boolean every(boolean every, List<Boolean> parts) {
        return every ? !parts.contains(false) : parts.contains(true);
    }

    private boolean canBe(boolean wanted, Search.Item item, LogSource logSource, Set<String> missing) {
        String field = item.field();
        if (field == null || producers.fill(sources, logSource, fieldMap.paths(field, logSource))) {
            return true;
        }
        boolean whenAbsent = item.values().stream().flatMap(List::stream).anyMatch(Effectiveness::holdsWhenAbsent);
        boolean possible = (whenAbsent != item.negated()) == wanted;
        if (!possible) {
            missing.add(field);
        }
        return possible;
    }

    private static boolean holdsWhenAbsent(ValueTest test) {
        return test instanceof ValueTest.Null || (test instanceof ValueTest.Exists(boolean expected) && !expected);
    }
}
