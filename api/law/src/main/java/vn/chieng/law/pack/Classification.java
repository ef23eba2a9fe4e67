package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;

/** The theme of levels: inputs, criteria, counters and what surrounds them. */
public record Classification(
        List<ScopingQuestion> scoping,
        List<Input> inputs,
        List<Exclusion> exclusions,
        List<Level> levels,
        List<Criterion> criteria,
        List<Flag> flags,
        List<Counter> counters,
        List<OverrideRule> overrides,
        List<Trigger> triggers,
        List<Suggestion> suggestions,
        List<RuleText> principles) {

    public Classification {
        scoping = List.copyOf(scoping);
        inputs = List.copyOf(inputs);
        exclusions = List.copyOf(exclusions);
        levels = List.copyOf(levels);
        criteria = List.copyOf(criteria);
        flags = List.copyOf(flags);
        counters = List.copyOf(counters);
        overrides = List.copyOf(overrides);
        triggers = List.copyOf(triggers);
        suggestions = List.copyOf(suggestions);
        principles = List.copyOf(principles);
    }

    /** A question of the guided form that decides what is one system. */
    public record ScopingQuestion(@Inline Basis basis, Words question) implements Rule {}

    /** A kind of system that the pack does not classify. */
    public record Exclusion(@Inline Basis basis, Condition when, Words reason) implements Rule {}

    /** A level and the harm it stands for. */
    public record Level(@Inline Basis basis, int number, Words label, Words harm) implements Rule {}

    /** One ground for a level. */
    public record Criterion(@Inline Basis basis, int level, Condition when, Words reason) implements Rule {}

    /** A property beside the level that changes the route. */
    public record Flag(@Inline Basis basis, Words label, Condition when, List<Integer> impliedBy) implements Rule {
        public Flag {
            impliedBy = List.copyOf(impliedBy);
        }
    }

    /** A number that is watched on its way to the limit of a criterion. */
    public record Counter(
            @Inline Basis basis,
            @RefersTo("inputs") String input,
            int limit,
            int warnAtPercent,
            @RefersTo("criteria") String criterion,
            Words label)
            implements Rule {
        private static final int ALL = 100;

        public Counter {
            if (limit < 1 || warnAtPercent < 1 || warnAtPercent > ALL) {
                throw new IllegalArgumentException("the limit is positive, the warning between 1 and 100 per cent");
            }
        }
    }

    /** What a person needs to choose another level than the computed one. */
    public record OverrideRule(
            @Inline Basis basis, Direction direction, boolean reasonRequired, boolean approverRequired, Words label)
            implements Rule {}

    /** Where an override leads. */
    public enum Direction {
        UPWARDS,
        DOWNWARDS
    }

    /** A change that makes the level due to be determined again. */
    public record Trigger(@Inline Basis basis, Words label) implements Rule {}

    /** The level that is likely for a common system; never a decision. */
    public record Suggestion(@Inline Basis basis, Words system, List<Integer> levels, Words why) implements Rule {
        public Suggestion {
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("a suggestion without a level");
            }
            levels = List.copyOf(levels);
        }
    }

    public @Nullable Input input(String id) {
        return inputs.stream()
                .filter(input -> input.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
