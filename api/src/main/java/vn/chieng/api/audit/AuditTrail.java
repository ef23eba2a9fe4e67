package vn.chieng.api.audit;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;

/** Writes audit entries. */
public interface AuditTrail {

    /**
     * Writes an entry when the running transaction commits, and only then; where that fails, the transaction fails. The request's address is taken
     * from the request being served, if one is.
     *
     * @param by who acted; null where the process itself did
     * @throws IllegalStateException outside a transaction
     */
    void record(@Nullable SignedIn by, AuditRecord record);
}
