package vn.chieng.sigma.match;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.Condition;
import vn.chieng.sigma.rule.Detection;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.rule.ValueTest;
import vn.chieng.sigma.text.ManyTexts;
import vn.chieng.sigma.text.TextPattern;
import vn.chieng.sigma.yaml.Position;

/** Compiles checked trees to matchers; whatever it throws is a bug. */
public final class RuleCompiler {
    /** From so many values on it pays to look them up together. */
    private static final int MANY = 6;

    private final FieldSlots slots;
    private final LogSource logSource;
    private final TestCompiler tests;
    private final SharedItems shared;

    RuleCompiler(FieldSlots slots, SharedItems shared, LogSource logSource, SigmaSettings settings) {
        this.slots = slots;
        this.shared = shared;
        this.logSource = logSource;
        this.tests = new TestCompiler(slots, logSource, settings);
    }

    Matcher compile(Detection detection) {
        Map<String, Matcher> searches = new HashMap<>();
        detection.searches().forEach((identifier, search) -> searches.put(identifier, compile(search)));
        return compile(detection.condition(), detection, searches);
    }

    private Matcher compile(Condition condition, Detection detection, Map<String, Matcher> searches) {
        return switch (condition) {
            case Condition.And(List<Condition> operands) ->
                all(operands.stream()
                        .sorted(comparingLong(operand -> Cost.of(operand, detection)))
                        .map(operand -> compile(operand, detection, searches))
                        .toList());
            case Condition.Or(List<Condition> operands) ->
                any(operands.stream()
                        .sorted(comparingLong(operand -> Cost.of(operand, detection)))
                        .map(operand -> compile(operand, detection, searches))
                        .toList());
            case Condition.Not(Condition operand) -> not(compile(operand, detection, searches));
            case Condition.Named(String identifier, Position _) -> requireNonNull(searches.get(identifier), identifier);
        };
    }

    Matcher compile(Search search) {
        return switch (search) {
            case Search.All(List<Search> parts) ->
                all(parts.stream()
                        .sorted(comparingLong(Cost::of))
                        .map(this::compile)
                        .toList());
            case Search.Any(List<Search> parts) ->
                any(parts.stream()
                        .sorted(comparingLong(Cost::of))
                        .map(this::compile)
                        .toList());
            case Search.Item item -> item.negated() ? not(item(item)) : item(item);
        };
    }

    private Matcher item(Search.Item item) {
        String field = item.field();
        int slot = field == null ? FieldSlots.KEYWORDS : slots.slot(field, logSource);
        return shared.item(item, slot, logSource, () -> test(item));
    }

    /** What the fields that tell the log source say of the rule. */
    Foresight foresight(Detection detection, KeyPaths keys) {
        IdentityHashMap<Search.Item, Matcher> known = new IdentityHashMap<>();
        detection.searches().values().forEach(search -> addKnown(search, keys, known));
        return new Foresight(detection, known);
    }

    private void addKnown(Search search, KeyPaths keys, Map<Search.Item, Matcher> known) {
        switch (search) {
            case Search.All(List<Search> parts) -> parts.forEach(part -> addKnown(part, keys, known));
            case Search.Any(List<Search> parts) -> parts.forEach(part -> addKnown(part, keys, known));
            case Search.Item item -> {
                String field = item.field();
                if (field != null && keys.tell(slots.slot(field, logSource)) && Foresight.isTold(item)) {
                    known.put(item, compile(item));
                }
            }
        }
    }

    private FieldTest test(Search.Item item) {
        if (item.every() || item.values().size() < MANY) {
            List<FieldTest> values =
                    item.values().stream().map(this::alternatives).toList();
            return values.size() == 1 ? values.getFirst() : item.every() ? every(values) : some(values);
        }
        ManyTexts texts = new ManyTexts(item.values().size());
        List<FieldTest> others = new ArrayList<>();
        for (List<ValueTest> alternatives : item.values()) {
            boolean taken = alternatives.size() == 1
                    && alternatives.getFirst() instanceof ValueTest.Text(TextPattern pattern, boolean cased)
                    && !cased
                    && texts.add(pattern);
            if (!taken) {
                others.add(alternatives(alternatives));
            }
        }
        if (!texts.isEmpty()) {
            others.addFirst(TestCompiler.any(scalar -> texts.match(scalar.folded())));
        }
        return some(others);
    }

    private FieldTest alternatives(List<ValueTest> alternatives) {
        List<FieldTest> compiled = alternatives.stream().map(tests::compile).toList();
        return compiled.size() == 1 ? compiled.getFirst() : some(compiled);
    }

    private static FieldTest some(List<FieldTest> tests) {
        FieldTest[] array = tests.toArray(FieldTest[]::new);
        return (field, event) -> {
            for (FieldTest test : array) {
                if (test.holds(field, event)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static FieldTest every(List<FieldTest> tests) {
        FieldTest[] array = tests.toArray(FieldTest[]::new);
        return (field, event) -> {
            for (FieldTest test : array) {
                if (!test.holds(field, event)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Matcher not(Matcher operand) {
        return event -> !operand.matches(event);
    }

    private static Matcher all(List<Matcher> operands) {
        Matcher[] array = operands.toArray(Matcher[]::new);
        return event -> {
            for (Matcher operand : array) {
                if (!operand.matches(event)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Matcher any(List<Matcher> operands) {
        Matcher[] array = operands.toArray(Matcher[]::new);
        return event -> {
            for (Matcher operand : array) {
                if (operand.matches(event)) {
                    return true;
                }
            }
            return false;
        };
    }
}
