package vn.chieng.sigma.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.yaml.YamlNode;

/** What the sources that can be configured produce: log sources and fields; read from {@code producers.yml}. */
public final class Producers {
    private final Map<String, Producer> byName;

    /**
     * One kind of source.
     *
     * @param fields paths in our events; a star at the end stands for everything below
     */
    private record Producer(List<LogSource> logSources, List<String> fields) {
        boolean produces(String path) {
            return fields.stream()
                    .anyMatch(field -> field.endsWith("*")
                            ? path.startsWith(field.substring(0, field.length() - 1))
                            : field.equals(path));
        }

        boolean produces(LogSource wanted) {
            return logSources.stream().anyMatch(wanted::agreesWith);
        }
    }

    private Producers(Map<String, Producer> byName) {
        this.byName = byName;
    }

    /** The table that ships. */
    public static Producers shipped() {
        Map<String, Producer> producers = new LinkedHashMap<>();
        for (YamlNode node : ShippedData.list("producers.yml")) {
            YamlNode streams = Objects.requireNonNull(node.get("logsources"));
            List<LogSource> logSources = new ArrayList<>();
            ((YamlNode.Sequence) streams).items().forEach(item -> logSources.add(ShippedData.logSource(item)));
            producers.put(
                    ShippedData.texts(node.get("source")).getFirst(),
                    new Producer(List.copyOf(logSources), ShippedData.texts(node.get("fields"))));
        }
        return new Producers(producers);
    }

    /** One source that produces these fields in events of this log source, and nothing else. */
    public static Producers single(String name, LogSource logSource, Collection<String> fields) {
        return new Producers(Map.of(name, new Producer(List.of(logSource), List.copyOf(fields))));
    }

    /** The kinds of source there are. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Whether any of these sources produces events of a log source. */
    public boolean produce(Set<String> sources, LogSource logSource) {
        return any(sources, producer -> producer.produces(logSource));
    }

    /** Whether any of these sources fills one of the paths in events of a log source. */
    public boolean fill(Set<String> sources, LogSource logSource, List<FieldPath> paths) {
        return any(
                sources,
                producer -> producer.produces(logSource)
                        && paths.stream().anyMatch(path -> producer.produces(path.dotted())));
    }

    private boolean any(Set<String> sources, Predicate<Producer> holds) {
        return sources.stream().map(byName::get).filter(Objects::nonNull).anyMatch(holds);
    }
}
