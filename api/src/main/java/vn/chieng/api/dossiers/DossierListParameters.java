package vn.chieng.api.dossiers;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.query.ParsedQuery;

/**
 * The list's parameters as they stand in an address; the same for pages, files and REST.
 *
 * @param q what was typed into the search box: {@code docs/formats/query.md}
 * @param state codes of states; one that there is not asks for nothing
 * @param level levels
 */
record DossierListParameters(
        @Nullable String q,
        @Nullable List<String> state,
        @Nullable List<Integer> level) {

    String text() {
        return Objects.requireNonNullElse(q, "");
    }

    Set<DossierState> states() {
        return state == null
                ? Set.of()
                : Arrays.stream(DossierState.values())
                        .filter(each -> state.contains(each.code()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    Set<Integer> levels() {
        return level == null
                ? Set.of()
                : level.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** The address of this list at a path. */
    String address(String path) {
        return address(path, text());
    }

    private String address(String path, String query) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!query.isBlank()) {
            address.queryParam("q", "{q}");
        }
        states().stream().sorted().forEach(each -> address.queryParam("state", each.code()));
        levels().stream().sorted().forEach(each -> address.queryParam("level", each));
        return query.isBlank()
                ? address.encode().build().toString()
                : address.encode().build(query).toString();
    }

    /** The conditions of the query, each with the address without it. */
    List<AddressParameters.Condition> conditions(ParsedQuery parsed) {
        return parsed instanceof ParsedQuery.Understood(var _, var typed)
                ? typed.stream()
                        .map(each ->
                                new AddressParameters.Condition("q", each.text(), address("/dossiers", each.without())))
                        .toList()
                : List.of();
    }
}
