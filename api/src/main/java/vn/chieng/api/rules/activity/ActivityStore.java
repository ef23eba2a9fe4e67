package vn.chieng.api.rules.activity;

import java.time.Instant;
import java.util.List;
import vn.chieng.event.RuleActivity;

/** Keeps what engines counted. */
public interface ActivityStore {

    /** Takes records in; one read twice, or behind a later one of its run, changes nothing. */
    void apply(List<RuleActivity> records);

    /** Adds runs that nothing was heard of since then to the sum of all earlier ones; answers how many rows went. */
    int fold(Instant unheardSince);
}
