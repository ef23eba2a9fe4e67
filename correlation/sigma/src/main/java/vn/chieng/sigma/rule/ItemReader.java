package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads one line of a search: the field, its modifiers, and the values they shape. */
public final class ItemReader {
    /** What may stand beside any other modifier: it concerns the list or the outcome, not a value. */
    private static final Set<Modifier> OF_THE_LIST = EnumSet.of(Modifier.ALL, Modifier.NEQ);

    private final Issues issues;
    private final SigmaSettings settings;

    public ItemReader(Issues issues, SigmaSettings settings) {
        this.issues = issues;
        this.settings = settings;
    }

    /** The item, or null where something is wrong with it. */
    Search.@Nullable Item read(YamlNode.Scalar key, YamlNode value) {
        String[] parts = key.text().split("\\|", -1);
        List<Modifier> modifiers = modifiers(parts, key.position());
        if (modifiers == null) {
            return null;
        }
        return item(parts[0].isEmpty() ? null : parts[0], modifiers, value, key.position());
    }

    /** Values without a key: one of them must occur somewhere in the event. */
    Search.@Nullable Item keywords(YamlNode value) {
        return item(null, List.of(), value, value.position());
    }

    private @Nullable List<Modifier> modifiers(String[] parts, Position position) {
        List<Modifier> modifiers = new ArrayList<>();
        boolean known = true;
        for (int i = 1; i < parts.length; i++) {
            Modifier modifier = Modifier.named(parts[i].toLowerCase(Locale.ROOT));
            if (modifier == null) {
                issues.add(position, "unknown modifier " + parts[i]);
                known = false;
            } else {
                modifiers.add(modifier);
            }
        }
        return known ? modifiers : null;
    }

    private Search.@Nullable Item item(
            @Nullable String field, List<Modifier> modifiers, YamlNode value, Position position) {
        List<Modifier> ofValues = modifiers.stream()
                .filter(modifier -> !OF_THE_LIST.contains(modifier))
                .toList();
        int before = issues.count();
        List<YamlNode.Scalar> scalars = scalars(value);
        ValueReader reader = new ValueReader(field == null, ofValues, position, issues, settings);
        reader.checkOrder();
        if (issues.count() > before) {
            return null;
        }
        List<List<ValueTest>> tests = new ArrayList<>(scalars.size());
        for (YamlNode.Scalar scalar : scalars) {
            if (value instanceof YamlNode.Sequence && scalar.plain() == null) {
                issues.add(scalar.position(), "null must not stand in a list");
            }
            tests.add(reader.read(scalar));
        }
        return issues.count() > before
                ? null
                : new Search.Item(
                        field, modifiers.contains(Modifier.ALL), modifiers.contains(Modifier.NEQ), tests, position);
    }

    private List<YamlNode.Scalar> scalars(YamlNode value) {
        List<YamlNode.Scalar> scalars = new ArrayList<>();
        switch (value) {
            case YamlNode.Scalar scalar -> scalars.add(scalar);
            case YamlNode.Sequence(List<YamlNode> items, Position position) -> {
                if (items.isEmpty()) {
                    issues.add(position, "the list of values is empty");
                }
                for (YamlNode item : items) {
                    if (item instanceof YamlNode.Scalar scalar) {
                        scalars.add(scalar);
                    } else {
                        issues.add(item.position(), "a value must be a scalar");
                    }
                }
            }
            case YamlNode.Mapping mapping -> issues.add(mapping.position(), "a value must be a scalar or a list");
        }
        return scalars;
    }
}
