package vn.chieng.api.dossiers.units;

import java.util.List;
import java.util.Optional;

/** Keeps assignments; the earlier ones stand in the audit log. */
public interface UnitStore {

    /** All of them; there are few. */
    List<UnitAssignment> all();

    Optional<UnitAssignment> find(String organizationId);

    /** Writes the assignment over the one of the version before, 0 for none; false where somebody else was faster. */
    boolean assign(UnitAssignment assignment, int versionBefore);

    /** Takes it away; false where it is another version by now. */
    boolean remove(String organizationId, int version);
}
