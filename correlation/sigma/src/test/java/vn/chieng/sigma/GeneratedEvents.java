package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.ValueTest;
import vn.chieng.sigma.text.TextPattern;

/** Events made from what rules ask for: hits and near misses, in other case, cut, wrapped, as lists, or left out. */
final class GeneratedEvents {
    private static final String[] CHANNELS = {
        "Microsoft-Windows-Sysmon/Operational",
        "Security",
        "System",
        "Application",
        "Windows PowerShell",
        "Microsoft-Windows-PowerShell/Operational"
    };

    private final Random random;
    private final List<SigmaRule> rules;

    GeneratedEvents(List<SigmaRule> rules, long seed) {
        this.rules = rules;
        this.random = new Random(seed);
    }

    Event next() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        int asked = 1 + random.nextInt(3);
        for (int i = 0; i < asked; i++) {
            SigmaRule rule = rules.get(random.nextInt(rules.size()));
            place(rule, fields);
            rule.detection().searches().values().forEach(search -> fill(search, fields));
        }
        fields.put("extra" + random.nextInt(3), random.nextInt(5));
        return new Event.Builder().merge("", fields).build();
    }

    private void place(SigmaRule rule, Map<String, @Nullable Object> fields) {
        fields.put("Channel", CHANNELS[random.nextInt(CHANNELS.length)]);
        fields.put("EventID", 1 + random.nextInt(26));
        Map<String, Object> event = new LinkedHashMap<>();
        if (rule.logSource().category() != null) {
            event.put("category", rule.logSource().category());
        }
        if (rule.logSource().product() != null) {
            event.put("module", rule.logSource().product());
            event.put(
                    "dataset",
                    rule.logSource().product() + "." + rule.logSource().service());
        }
        fields.put("event", event);
        fields.put(
                "host",
                Map.of("os", Map.of("type", String.valueOf(rule.logSource().product()))));
    }

    private void fill(Search search, Map<String, @Nullable Object> fields) {
        switch (search) {
            case Search.All(List<Search> parts) -> parts.forEach(part -> fill(part, fields));
            case Search.Any(List<Search> parts) -> fill(parts.get(random.nextInt(parts.size())), fields);
            case Search.Item item -> {
                if (random.nextInt(8) > 0) {
                    put(item, fields);
                }
            }
        }
    }

    private void put(Search.Item item, Map<String, @Nullable Object> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        List<List<ValueTest>> asked = item.every()
                ? item.values()
                : List.of(item.values().get(random.nextInt(item.values().size())));
        for (List<ValueTest> alternatives : asked) {
            if (!alternatives.isEmpty()) {
                values.add(changed(value(alternatives.get(random.nextInt(alternatives.size())))));
            }
        }
        String field = item.field() == null ? "message" : item.field();
        if (values.stream().allMatch(String.class::isInstance) && random.nextBoolean()) {
            fields.put(
                    field, String.join(" ", values.stream().map(String::valueOf).toList()));
        } else {
            fields.put(field, values.size() == 1 ? values.getFirst() : values);
        }
    }

    private @Nullable Object value(ValueTest test) {
        return switch (test) {
            case ValueTest.Text(TextPattern pattern, boolean _) -> text(pattern);
            case ValueTest.Numeric(var value, String written) ->
                switch (random.nextInt(4)) {
                    case 0 -> written;
                    case 1 -> value.doubleValue();
                    case 2 -> value;
                    default -> value.longValue();
                };
            case ValueTest.Truth(boolean value) -> random.nextBoolean() ? value : "True";
            case ValueTest.Regex(var pattern) -> pattern.pattern().replaceAll("[\\\\()\\[\\]?*+^$]", "");
            case ValueTest.Network _ -> "10." + random.nextInt(256) + ".1.1";
            case ValueTest.Comparison(var _, var number) -> number.longValue() + random.nextInt(3) - 1;
            case ValueTest.Time _ -> "2026-11-22T23:59:00Z";
            case ValueTest.Reference _ -> "same";
            case ValueTest.Null _ -> random.nextBoolean() ? null : "";
            case ValueTest.Exists _ -> "x";
        };
    }

    private String text(TextPattern pattern) {
        StringBuilder text = new StringBuilder();
        for (TextPattern.Token token : pattern.tokens()) {
            text.append(
                    switch (token) {
                        case TextPattern.Literal(String literal) -> literal;
                        case TextPattern.AnyRun _ -> random.nextBoolean() ? "" : "x y";
                        case TextPattern.AnyOne _ -> "z";
                        case TextPattern.OneOf(String characters) ->
                            String.valueOf(characters.charAt(random.nextInt(characters.length())));
                    });
        }
        return text.toString();
    }

    private @Nullable Object changed(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        int place = random.nextInt(text.length());
        return switch (random.nextInt(12)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 -> text.substring(1);
            case 3 -> text.substring(0, text.length() - 1);
            case 4 -> text.substring(0, place) + "đ" + text.substring(place);
            case 5 -> text.replace('k', '\u212a').replace('s', '\u017f').replace('i', '\u0130');
            case 6 -> "C:\\Users\\Đỗ" + text;
            case 7 -> List.of("nothing", text);
            default -> text;
        };
    }
}
