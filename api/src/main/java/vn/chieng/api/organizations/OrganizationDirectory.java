package vn.chieng.api.organizations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;

/** Names and the tree, from memory: at most a few seconds behind a change made by another instance, never behind one's own. */
public interface OrganizationDirectory extends OrganizationNames {

    /** The organisation of this id. */
    Optional<Organization> find(String id);

    /** The root: the province. */
    Organization root();

    /** The organisation and all below it; empty where it is unknown. */
    Set<String> subtree(String id);

    /** The subtree as a scope; at the root this is everything. */
    Scope scope(String id);

    /** All that lie within the scope, the root first, children after their parent, by name in Vietnamese order. */
    List<Organization> within(Scope scope);

    /** How many steps below the root; 0 for the root itself. */
    int depth(String id);
}
