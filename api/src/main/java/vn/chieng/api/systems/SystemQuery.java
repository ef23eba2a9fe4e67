package vn.chieng.api.systems;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param text words that code, name or purpose must hold; accents count only where typed
 * @param organizationIds operators or owners; null: every one within the scope
 * @param levels empty: every one; 0 stands for none determined
 * @param statuses empty: every one
 * @param hostings empty: every one
 * @param attention whether only systems with an open task or an exception
 */
public record SystemQuery(
        @Nullable String text,
        @Nullable Set<String> organizationIds,
        Set<Integer> levels,
        Set<SystemStatus> statuses,
        Set<Hosting.Kind> hostings,
        boolean attention,
        Sort sort) {

    /** Longest search text. */
    public static final int MAX_TEXT = 200;

    /** All of the scope. */
    public static final SystemQuery ALL = new SystemQuery(null, null, Set.of(), Set.of(), Set.of(), false, Sort.NAME);

    public SystemQuery {
        organizationIds = organizationIds == null ? null : Set.copyOf(organizationIds);
        levels = Set.copyOf(levels);
        statuses = Set.copyOf(statuses);
        hostings = Set.copyOf(hostings);
        if (text != null && text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("q");
        }
    }

    /** The orders a list can have; ties are broken by code. */
    public enum Sort {
        NAME,
        CODE,
        /** Highest first. */
        LEVEL,
        /** Latest first. */
        CHANGED
    }
}
