package vn.chieng.api.audit.proof;

import java.io.IOException;

/** A place elsewhere that gets each day's anchor. */
interface AnchorTarget {

    /** Which place it is; another one gets all anchors anew. */
    String name();

    /** Hands an anchor over; where it fails, it is tried again later, so that the place may get one twice but misses none. */
    void deliver(StoredAnchor anchor) throws IOException;
}
