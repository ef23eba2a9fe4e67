package vn.chieng.api.views;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list under a name.
 *
 * @param address its parameters as they stand in an address, without the question mark
 * @param organizationId the unit that shares it; null where it is its owner's alone
 */
public record SavedView(
        UUID id,
        ViewArea area,
        String name,
        String address,
        long ownerId,
        String ownerName,
        @Nullable String organizationId) {
    /** Longest name. */
    public static final int MOST_NAME = 80;

    /** Longest address. */
    public static final int MOST_ADDRESS = 4_000;

    /** The link that opens exactly this. */
    public String link() {
        return area.path() + "?" + (address.isEmpty() ? "" : address + "&") + "view=" + id;
    }

    /** Whether others see it too. */
    public boolean shared() {
        return organizationId != null;
    }

    /** The parameters that are a list's, by name; what belongs to a page of it or to another view is left out. */
    static String address(Map<String, String> values) {
        var address = UriComponentsBuilder.newInstance();
        Map<String, String> kept = values.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("view") && !entry.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        kept.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        String query = address.encode().buildAndExpand(kept).getQuery();
        return query == null ? "" : query;
    }
}
