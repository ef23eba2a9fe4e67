package vn.chieng.api.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The organisations whose records the acting person may touch; every query carries it as one term. */
public sealed interface Scope extends Serializable {
    /** Up to this many ids the index on a column of arrays is worth its while. */
    int INDEXED = 64;

    /** Every organisation of the province. */
    record Everything() implements Scope {}

    /** These organisations only; none means nothing at all. */
    record Organizations(Set<String> ids) implements Scope {
        public Organizations {
            ids = Set.copyOf(ids);
        }
    }

    /** Whether a record of these organisations lies within. */
    default boolean covers(Collection<String> organizationIds) {
        return switch (this) {
            case Everything _ -> true;
            case Organizations(Set<String> ids) -> organizationIds.stream().anyMatch(ids::contains);
        };
    }

    /** Whether one organisation lies within. */
    default boolean covers(String organizationId) {
        return switch (this) {
            case Everything _ -> true;
            case Organizations(Set<String> ids) -> ids.contains(organizationId);
        };
    }

    /** The ids as an SQL parameter, or an empty array where everything is in scope. */
    default String[] parameter() {
        return switch (this) {
            case Everything _ -> new String[0];
            case Organizations(Set<String> ids) -> new TreeSet<>(ids).toArray(String[]::new);
        };
    }

    /**
     * The SQL term for a {@code text[]} column of organisation ids; it names the parameter {@code :scope}, which {@link #parameter()} gives. A
     * few ids are looked up in the column's index; many are compared by hash, the first element apart because most rows have no other.
     */
    default String overlaps(String column) {
        return switch (this) {
            case Everything _ -> "cardinality(:scope::text[]) = 0";
            case Organizations(Set<String> ids) ->
                ids.size() <= INDEXED
                        ? column + " && :scope::text[]"
                        : "(%1$s[1] = any (:scope::text[]) or (cardinality(%1$s) > 1 and %1$s && :scope::text[]))"
                                .formatted(column);
        };
    }

    /** The SQL term for a {@code text} column holding one organisation id; parameter as in {@link #overlaps}. */
    default String contains(String column) {
        return switch (this) {
            case Everything _ -> "cardinality(:scope::text[]) = 0";
            case Organizations _ -> column + " = any (:scope::text[])";
        };
    }
}
