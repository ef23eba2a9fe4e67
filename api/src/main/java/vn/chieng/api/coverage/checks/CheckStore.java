package vn.chieng.api.coverage.checks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.chieng.api.access.Scope;

/** Keeps recorded checks; none is ever changed or deleted, only taken back with a reason. */
public interface CheckStore {

    /** Keeps it under a number of its own, and answers with that. */
    RecordedCheck add(RecordedCheck check);

    Optional<RecordedCheck> find(String organizationId, long id);

    /** Those that the body answers for, the latest first. */
    List<RecordedCheck> ofBody(String organizationId, int most);

    /** Those that count and name one of these systems, or are of one of these bodies as a whole. */
    List<RecordedCheck> counting(Collection<UUID> systems, Collection<String> organizationIds);

    /** The latest of each body and kind that count, within a scope. */
    List<RecordedCheck> latest(Scope scope);

    /** Takes it back; false where that was done already. */
    boolean withdraw(long id, RecordedCheck.Withdrawal withdrawal);
}
