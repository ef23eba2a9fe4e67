package vn.chieng.api.rules.observed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;

/** Finds out of events which log sources they are of, by a rule for each log source that holds for every event of it. */
final class Observation {
    /** Of one log source; real ones have some hundred. */
    static final int MOST_PATHS = 2_000;

    private static final String ID = "witness-";

    private final List<LogSource> logSources;
    private final RuleSet witnesses;
    private final Map<LogSource, Instant> lastSeen = new HashMap<>();
    private final Map<LogSource, Set<String>> paths = new HashMap<>();

    Observation(List<LogSource> logSources) {
        this.logSources = List.copyOf(logSources);
        List<RuleSource> sources = new ArrayList<>();
        for (int i = 0; i < logSources.size(); i++) {
            sources.add(RuleSource.of(ID + i, witness(i, logSources.get(i))));
        }
        this.witnesses = RuleSet.load(sources, SigmaSettings.DEFAULT).rules();
    }

    private static String witness(int number, LogSource logSource) {
        return "title: Witness\nid: " + ID + number + "\nlogsource:\n" + stated("category", logSource.category())
                + stated("product", logSource.product()) + stated("service", logSource.service())
                + "detection:\n  any:\n    '@timestamp|exists': true\n  condition: any\nlevel: low\n";
    }

    private static String stated(String key, @Nullable String value) {
        return value == null ? "" : "  " + key + ": '" + value.replace("'", "''") + "'\n";
    }

    /** Takes an event into account. */
    void add(Event event) {
        List<SigmaRule> found = witnesses.match(event);
        if (found.isEmpty()) {
            return;
        }
        Instant at = instant(event.text(Ecs.EVENT_CREATED));
        Set<String> filled = new TreeSet<>();
        collect("", event.fields(), filled);
        for (SigmaRule witness : found) {
            LogSource logSource = logSources.get(Integer.parseInt(witness.id().substring(ID.length())));
            lastSeen.merge(logSource, at, (one, other) -> one.isAfter(other) ? one : other);
            Set<String> known = paths.computeIfAbsent(logSource, _ -> new TreeSet<>());
            filled.stream().limit(Math.max(0, MOST_PATHS - known.size())).forEach(known::add);
        }
    }

    private static void collect(String prefix, Map<?, ?> fields, Set<String> into) {
        fields.forEach((name, value) -> {
            String path = prefix + name;
            if (value instanceof Map<?, ?> inner) {
                collect(path + ".", inner, into);
            } else if (value != null && into.size() < MOST_PATHS) {
                into.add(path);
            }
        });
    }

    private static Instant instant(@Nullable String text) {
        try {
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** What was seen. */
    List<ObservedSource> sources() {
        return lastSeen.entrySet().stream()
                .map(seen ->
                        new ObservedSource(seen.getKey(), seen.getValue(), paths.getOrDefault(seen.getKey(), Set.of())))
                .toList();
    }
}
