package vn.chieng.api.incidents;

import vn.chieng.api.access.Permission;

/**
 * A page elsewhere that says more of a line of evidence; a feature declares its own as a bean.
 *
 * @param key bundle key of its words
 * @param permission who may follow it
 */
public record EvidenceLink(String key, Permission permission, Address address) {

    /** Where it leads. */
    @FunctionalInterface
    public interface Address {
        /** For a line of an incident. */
        String of(Incident incident, EvidenceLine line);
    }

    /** Where it leads for a line of an incident. */
    public String path(Incident incident, EvidenceLine line) {
        return address.of(incident, line);
    }
}
