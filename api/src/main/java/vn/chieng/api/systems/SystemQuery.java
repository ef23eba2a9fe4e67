package vn.chieng.api.systems;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.Query;

/**
 * What to list.
 *
 * @param asked what was typed into the search box; words stand in code, name or purpose, and accents count only where typed
 * @param organizationIds operators or owners; null: every one within the scope
 * @param levels empty: every one; 0 stands for none determined
 * @param statuses empty: every one
 * @param hostings empty: every one
 * @param attention whether only systems with an open task or an exception
 * @param phases of the dossiers, by system, where {@code asked} asks for them
 */
public record SystemQuery(
        Query asked,
        @Nullable Set<String> organizationIds,
        Set<Integer> levels,
        Set<SystemStatus> statuses,
        Set<Hosting.Kind> hostings,
        boolean attention,
        Map<UUID, ApprovalState.Phase> phases,
        Sort sort) {

    /** All of the scope. */
    public static final SystemQuery ALL = of(Query.EVERYTHING);

    public SystemQuery {
        organizationIds = organizationIds == null ? null : Set.copyOf(organizationIds);
        levels = Set.copyOf(levels);
        statuses = Set.copyOf(statuses);
        hostings = Set.copyOf(hostings);
        phases = Map.copyOf(phases);
    }

    /** All of the scope that the query finds, by name. */
    public static SystemQuery of(Query asked) {
        return new SystemQuery(asked, null, Set.of(), Set.of(), Set.of(), false, Map.of(), Sort.NAME);
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
