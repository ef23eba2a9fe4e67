package vn.chieng.sigma.taxonomy;

import java.util.List;

/** A dotted path, cut once. */
public record FieldPath(String dotted, List<String> names) {
    public FieldPath {
        names = List.copyOf(names);
    }

    /** Cuts a dotted path. */
    static FieldPath of(String dotted) {
        return new FieldPath(dotted, List.of(dotted.split("\\.", -1)));
    }
}
