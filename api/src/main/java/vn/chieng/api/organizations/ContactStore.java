package vn.chieng.api.organizations;

import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Scope;

/** Keeps contacts. */
public interface ContactStore {

    /** Those of one body, by name. */
    List<OrganizationContact> of(String organizationId, Scope scope);

    /** All, by body and name. */
    List<OrganizationContact> all(Scope scope);

    /** One of one body. */
    Optional<OrganizationContact> find(long id, String organizationId, Scope scope);

    /** Adds one that nobody has verified. */
    OrganizationContact add(String organizationId, ContactDraft contact);

    /** Writes one anew, one version further. */
    void change(OrganizationContact contact);

    /** Takes one away. */
    void remove(long id);
}
