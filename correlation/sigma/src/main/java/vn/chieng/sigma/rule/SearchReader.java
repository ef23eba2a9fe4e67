package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.YamlNode;

/** Reads what stands under one search identifier. */
public final class SearchReader {
    private final ItemReader items;
    private final Issues issues;

    public SearchReader(ItemReader items, Issues issues) {
        this.items = items;
        this.issues = issues;
    }

    /** The search, or null where any part of it is wrong. Its depth is bounded by that of the YAML. */
    @Nullable
    public Search read(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> items.keywords(scalar);
            case YamlNode.Sequence sequence -> list(sequence);
            case YamlNode.Mapping mapping -> map(mapping);
        };
    }

    private @Nullable Search list(YamlNode.Sequence sequence) {
        if (sequence.items().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
            return items.keywords(sequence);
        }
        List<@Nullable Search> parts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlNode.Scalar scalar && scalar.plain() == null) {
                issues.add(item.position(), "null must not stand in a list");
            } else {
                parts.add(read(item));
            }
        }
        List<Search> whole = whole(parts);
        return whole == null ? null : whole.size() == 1 ? whole.getFirst() : new Search.Any(whole);
    }

    private @Nullable Search map(YamlNode.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            issues.add(mapping.position(), "the map is empty");
            return null;
        }
        List<@Nullable Search> parts = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            parts.add(items.read(entry.key(), entry.value()));
        }
        List<Search> whole = whole(parts);
        return whole == null ? null : whole.size() == 1 ? whole.getFirst() : new Search.All(whole);
    }

    private static @Nullable List<Search> whole(List<@Nullable Search> parts) {
        List<Search> whole = new ArrayList<>(parts.size());
        for (Search part : parts) {
            if (part == null) {
                return null;
            }
            whole.add(part);
        }
        return whole;
    }
}
