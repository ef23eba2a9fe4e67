package vn.chieng.api.incidents.presence;

import java.util.List;
import vn.chieng.api.access.SignedIn;

/** Who has an incident's page open, as their streams tell. */
public interface Presence {

    /** Somebody who looks at it. */
    record Viewer(long accountId, String name) {}

    /** The page is open still. */
    void seen(long incidentId, SignedIn by);

    /** The page is open no more. */
    void left(long incidentId, SignedIn by);

    /** Those who looked within the last beats, by name. */
    List<Viewer> now(long incidentId);
}
