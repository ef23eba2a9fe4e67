package vn.chieng.api.audit.chain;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;

/**
 * An entry that has no place in the chain yet.
 *
 * @param by who acted; null where the process itself did
 */
public record EntryDraft(@Nullable SignedIn by, Origin origin, AuditRecord record) {

    /**
     * Where the request came from.
     *
     * @param address the client's address, as the web server knows it: forwarded ones only from a proxy that it trusts
     * @param agent what the client says it is, shortened
     * @param requestId the id that the answer and the log lines carry
     */
    public record Origin(
            @Nullable String address,
            @Nullable String agent,
            @Nullable String requestId) {
        /** Nobody's request: the process acted by itself. */
        public static final Origin NONE = new Origin(null, null, null);
    }
}
