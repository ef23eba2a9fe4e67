package vn.chieng.api.systems.lists;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.SystemListFields;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemStatus;

/**
 * The list's parameters as they stand in an address; the same for pages, files and REST.
 *
 * @param q what was typed into the search box: {@code docs/formats/query.md}
 * @param organization the body with all below it
 * @param level levels separated by commas; {@code none} for systems without one
 * @param dossier phases of the dossier
 * @param attention {@code true}: with an open task, or operating by exception
 */
record SystemListParameters(
        @Nullable String q,
        @Nullable String organization,
        @Nullable String level,
        @Nullable String status,
        @Nullable String hosting,
        @Nullable String dossier,
        @Nullable String attention,
        @Nullable String sort) {
    static final List<String> SORTS = List.of("name", "code", "level", "changed");
    private static final String NO_LEVEL = "none";

    /** What was typed into the search box, read. */
    ParsedQuery parsed(Clock clock) {
        return QueryParser.parse(q == null ? "" : q, SystemListFields.ALL, clock.instant());
    }

    /** Refuses with the parameter's name what cannot be understood. */
    SystemQuery query(Query asked, Map<UUID, ApprovalState.Phase> known, Function<String, Set<String>> subtree) {
        return new SystemQuery(
                asked,
                organizations(subtree),
                levels(),
                AddressParameters.choices("status", status, SystemStatus.class),
                AddressParameters.choices("hosting", hosting, Hosting.Kind.class),
                "true".equals(attention),
                known,
                Optional.ofNullable(AddressParameters.choice("sort", sort, SystemQuery.Sort.class))
                        .orElse(SystemQuery.Sort.NAME));
    }

    /** Phases asked for; empty: every one. */
    Set<ApprovalState.Phase> phases() {
        return AddressParameters.choices("dossier", dossier, ApprovalState.Phase.class);
    }

    private @Nullable Set<String> organizations(Function<String, Set<String>> subtree) {
        String id = AddressParameters.given(organization);
        if (id == null) {
            return null;
        }
        Set<String> ids = subtree.apply(id);
        return ids.isEmpty() ? Set.of(id) : ids;
    }

    private Set<Integer> levels() {
        Set<Integer> levels = new LinkedHashSet<>();
        if (level != null && !level.isBlank()) {
            for (String part : level.split(",", -1)) {
                if (part.equals(NO_LEVEL)) {
                    levels.add(0);
                } else if (part.matches("[1-9]")) {
                    levels.add(Integer.valueOf(part));
                } else {
                    throw new IllegalArgumentException("level");
                }
            }
        }
        return levels;
    }

    /** What narrows the list, each with the address without it. */
    List<AddressParameters.Condition> conditions(ParsedQuery parsed) {
        return QueryBox.conditions(asked(), parsed, "/systems");
    }

    /** An address with these parameters but one. */
    String address(String path, String without) {
        return asked().without(without).at(path);
    }

    /** What was asked for. */
    AddressParameters asked() {
        return AddressParameters.NONE
                .and("q", q)
                .and("organization", organization)
                .and("level", level)
                .and("status", status)
                .and("hosting", hosting)
                .and("dossier", dossier)
                .and("attention", attention)
                .and("sort", sort);
    }

    /** What was asked for, by name. */
    Map<String, String> values() {
        return asked().values();
    }
}
