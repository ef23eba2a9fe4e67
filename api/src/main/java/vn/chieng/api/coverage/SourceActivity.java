package vn.chieng.api.coverage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of log sources. Whoever measures them provides it; until then the pages say that nothing is known, never zero. */
public interface SourceActivity {

    /** By body; one of which nothing is known is absent. */
    Map<String, Activity> byOrganization();

    /** Sources of a body, and how many of them sent lately. */
    record Activity(int sources, int live, @Nullable Instant lastSeen) {}
}
