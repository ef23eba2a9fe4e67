package vn.chieng.api.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Typed;

/**
 * The form of an exception: up to three lines of field, modifier and values, all of which must hold, or a text.
 *
 * @param values of each line, one value a line
 * @param text the searches and the condition of a Sigma filter
 */
record FilterForm(
        @Nullable List<String> field,
        @Nullable List<String> modifier,
        @Nullable List<String> values,
        @Nullable String text,
        @Nullable String reason,
        @Nullable String expires,
        @Nullable Integer version) {
    static final int LINES = 3;
    private static final int MOST_VALUES = 200;
    private static final int MOST_VALUE = 1_000;
    private static final int MOST_REASON = 500;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_@.:-]{1,200}");

    static FilterForm empty() {
        return new FilterForm(null, null, null, null, null, null, null);
    }

    /** What stands in a line's field, stripped. */
    public String field(int line) {
        return at(field, line);
    }

    /** The modifier of a line. */
    public String modifier(int line) {
        return at(modifier, line);
    }

    /** The values of a line, as typed. */
    public String values(int line) {
        return at(values, line);
    }

    private static String at(@Nullable List<String> list, int line) {
        return list == null || line >= list.size() ? "" : Typed.text(list.get(line));
    }

    /** The reason, stripped and cut. */
    String because() {
        return reason(reason);
    }

    static String reason(@Nullable String typed) {
        String text = Typed.text(typed);
        return text.substring(0, Math.min(text.length(), MOST_REASON));
    }

    /** What is wrong, as bundle keys by the id of the input. */
    Map<String, String> problems(LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (written().isEmpty()) {
            lineProblems(problems);
        } else if (written().length() > MOST_TEXT) {
            problems.put("filter-text", "rules.filter.wrong.text");
        }
        if (because().isEmpty()) {
            problems.put("filter-reason", "rules.reason.missing");
        }
        Optional<LocalDate> day = Typed.day(Typed.text(expires));
        if (!Typed.text(expires).isEmpty() && (day.isEmpty() || day.get().isBefore(today))) {
            problems.put("expires", "rules.filter.wrong.expires");
        }
        return problems;
    }

    private void lineProblems(Map<String, String> problems) {
        boolean any = false;
        for (int line = 0; line < LINES; line++) {
            if (field(line).isEmpty() && values(line).isEmpty()) {
                continue;
            }
            any = true;
            if (!FIELD.matcher(field(line)).matches()) {
                problems.put("field-" + line, "rules.filter.wrong.field");
            }
            List<String> lines = lines(line);
            if (lines.isEmpty()
                    || lines.size() > MOST_VALUES
                    || lines.stream().anyMatch(each -> each.length() > MOST_VALUE)) {
                problems.put("values-" + line, "rules.filter.wrong.values");
            }
            if (!FilterCondition.MODIFIERS.contains(modifier(line))) {
                problems.put("modifier-" + line, "rules.filter.wrong.modifier");
            }
        }
        if (!any) {
            problems.put("field-0", "rules.filter.wrong.none");
        }
    }

    /** The text with the line ends of ours; empty where the lines hold. */
    private String written() {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }

    private List<String> lines(int line) {
        return Arrays.stream(values(line).split("\n"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The exception, where nothing is wrong. */
    RuleFilter filter(String ruleId, String accountName, Instant now) {
        List<FilterCondition> conditions = new ArrayList<>();
        for (int line = 0; line < LINES && written().isEmpty(); line++) {
            if (!field(line).isEmpty()) {
                conditions.add(new FilterCondition(field(line), modifier(line), lines(line)));
            }
        }
        return new RuleFilter(
                0,
                ruleId,
                conditions,
                written().isEmpty() ? null : written(),
                because(),
                Typed.day(Typed.text(expires)).orElse(null),
                accountName,
                now);
    }
}
