package vn.chieng.api.logs;

import java.util.List;

/**
 * By what the events of a system are recognised, beside the id that its sources stamp.
 *
 * @param organizationIds the bodies whose sources may speak of it; what others send does not count for it
 * @param hosts names of its hosts
 * @param networks its addresses and networks, in CIDR notation
 */
public record SystemMarks(String systemId, List<String> organizationIds, List<String> hosts, List<String> networks) {
    public SystemMarks {
        organizationIds = List.copyOf(organizationIds);
        hosts = List.copyOf(hosts);
        networks = List.copyOf(networks);
    }
}
