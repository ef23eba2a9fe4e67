package vn.chieng.api.access;

import java.util.Optional;

/** Tells what a caller may do now; for whatever outlives a request, such as a live stream or a running export. */
public interface Callers {

    /** The same caller with today's permissions and scope, or empty where session, account or role is gone. */
    Optional<SignedIn> now(SignedIn caller, String sessionId);
}
