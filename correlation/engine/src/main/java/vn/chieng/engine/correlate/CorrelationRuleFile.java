package vn.chieng.engine.correlate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.chieng.event.Level;

/**
 * Reads {@code correlation-rules.yml}.
 *
 * @param drools names of the DRL files beside it
 */
record CorrelationRuleFile(List<String> drools, List<CorrelationRule> rules) {
    CorrelationRuleFile {
        drools = List.copyOf(drools);
        rules = List.copyOf(rules);
    }

    static CorrelationRuleFile read(String yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        if (!(root instanceof Map<?, ?> map) || !(map.get("rules") instanceof List<?> list)) {
            throw new IllegalArgumentException("correlation-rules.yml has no list of rules");
        }
        List<CorrelationRule> rules = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> rule)) {
                throw new IllegalArgumentException("a correlation rule is not a mapping");
            }
            rules.add(rule(rule));
        }
        return new CorrelationRuleFile(texts(map, "drools"), rules);
    }

    private static CorrelationRule rule(Map<?, ?> map) {
        return new CorrelationRule(
                text(map, "name"),
                text(map, "id"),
                text(map, "family"),
                text(map, "title-vi"),
                text(map, "title-en"),
                Level.valueOf(text(map, "level").toUpperCase(Locale.ROOT)),
                texts(map, "tags"),
                map.get("at-least") instanceof Integer number ? number : 1,
                duration(map.get("within")),
                duration(map.get("followed-by")),
                Set.copyOf(texts(map, "users")));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = requireNonNull(map.get(key), () -> "a correlation rule lacks " + key);
        return value.toString();
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** As Sigma spells a timespan: {@code 30s}, {@code 5m}, {@code 1h}. */
    private static Duration duration(@Nullable Object value) {
        return value == null ? Duration.ZERO : Duration.parse("PT" + value);
    }
}
