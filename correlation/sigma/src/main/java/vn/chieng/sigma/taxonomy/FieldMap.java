package vn.chieng.sigma.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.yaml.YamlNode;

/** Where the fields of Sigma's taxonomy stand in our events; read from {@code fieldmap.yml}. */
public final class FieldMap {
    private final List<Section> sections;

    /** Holds for rules whose log source does not contradict. */
    private record Section(LogSource logSource, Map<String, List<String>> fields, List<String> otherwise) {}

    private FieldMap(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /** Read once. */
    private static final class Shipped {
        static final FieldMap MAP = read();
    }

    /** The table that ships. */
    public static FieldMap shipped() {
        return Shipped.MAP;
    }

    private static FieldMap read() {
        List<Section> sections = new ArrayList<>();
        for (YamlNode node : ShippedData.list("fieldmap.yml")) {
            Map<String, List<String>> fields = ShippedData.lists(node.get("fields"));
            sections.add(new Section(
                    ShippedData.logSource(node.get("logsource")), fields, ShippedData.texts(node.get("otherwise"))));
        }
        return new FieldMap(sections);
    }

    /** Where to look, in this order: the name itself, what the sections say, and their general patterns. */
    public List<FieldPath> paths(String field, LogSource logSource) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(field);
        List<Section> agreeing = sections.stream()
                .filter(section -> section.logSource.agreesWith(logSource))
                .toList();
        agreeing.forEach(section -> paths.addAll(known(section.fields.get(field))));
        agreeing.forEach(section -> section.otherwise.forEach(path -> paths.add(path.replace("*", field))));
        return paths.stream().map(FieldPath::of).toList();
    }

    private static List<String> known(@Nullable List<String> paths) {
        return paths == null ? List.of() : paths;
    }
}
