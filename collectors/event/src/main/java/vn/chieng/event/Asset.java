package vn.chieng.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered information system, as {@code api} publishes it; intake stamps its events, the engine weighs signals by its
 * level. A system that is gone has no record (a tombstone). JSON: the component names.
 *
 * @param systemId also the record key
 * @param organizationId the body that operates it
 * @param level of the law in force, 1 to 5; null where none is determined
 * @param hosts names of its hosts, lower case
 * @param networks its addresses and networks, in CIDR notation
 */
public record Asset(
        String systemId,
        String organizationId,
        String name,
        @Nullable Integer level,
        boolean approved,
        List<String> hosts,
        List<String> networks) {
    public Asset {
        hosts = List.copyOf(hosts);
        networks = List.copyOf(networks);
    }
}
