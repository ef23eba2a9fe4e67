package vn.chieng.api.systems.belongings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps addresses and links of systems; whoever calls has the system in scope, and holds it while writing. */
public interface BelongingStore {

    List<SystemAddress> addresses(UUID systemId);

    Map<UUID, List<SystemAddress>> addresses(Collection<UUID> systemIds);

    /** Puts these in the place of all others. */
    void replaceAddresses(UUID systemId, List<SystemAddress> addresses);

    /** The links that the system states, and those that others state with it. */
    List<SystemLink> links(UUID systemId);

    /** The links that these systems state themselves. */
    List<SystemLink> ownLinks(Collection<UUID> systemIds);

    void addLink(SystemLink link);

    boolean removeLink(UUID systemId, long linkId);
}
