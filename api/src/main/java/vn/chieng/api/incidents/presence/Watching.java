package vn.chieng.api.incidents.presence;

import java.util.Set;
import vn.chieng.api.access.SignedIn;

/** Who wants to be told of an incident. */
public interface Watching {

    /** Starts or ends watching; false where the caller knows no such incident. */
    boolean watch(long incidentId, boolean watch, SignedIn by);

    /** The accounts that watch it or what it carries. */
    Set<Long> watchers(long incidentId);
}
