package vn.chieng.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps who holds which role where. */
public interface AssignmentStore {

    /** An assignment that holds now, whatever its organisation; locked until the transaction ends. */
    Optional<Assignment> lock(long id, Instant now);

    /** Lends a role. */
    Assignment delegate(Delegation.Draft delegation, Assignment origin, Instant now);

    /** Ends it. */
    void withdraw(long id, @Nullable Long by, @Nullable String reason, Instant now);

    /**
     * The accounts that hold the administrator's role at the root without an end and are not disabled. Until the transaction ends nobody else gets
     * an answer, so that two withdrawals cannot cross.
     */
    List<Long> lockAdministrators(String rootId, Instant now);

    /** What the account has lent, what has ended included, latest first. */
    List<Delegation> given(long accountId, Instant now, int limit);

    /** What was lent from any assignment of the account and still holds. */
    List<Assignment> lent(long accountId, Instant now);

    /** Notes that a reviewer confirmed it. */
    void reviewed(long id, Instant now);
}
