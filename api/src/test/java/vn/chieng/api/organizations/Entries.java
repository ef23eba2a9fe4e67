package vn.chieng.api.organizations;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies for tests. */
public final class Entries {
    private Entries() {}

    /** A unit without codes. */
    public static OrganizationEntry entry(String id, @Nullable String parentId, String name) {
        return new OrganizationEntry(
                new Organization(id, parentId, OrganizationKind.UNIT, name, null, false, null, null, null, 1),
                List.of(),
                Set.of());
    }
}
