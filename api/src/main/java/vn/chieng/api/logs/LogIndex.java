package vn.chieng.api.logs;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where events are kept, counted by organisation. */
interface LogIndex {

    /** What is held; a source is live that sent something since then. */
    Map<String, LogHolding> holdings(Instant liveSince) throws IOException;

    /** The sources that ever sent something that is still held. */
    List<LogSource> sources() throws IOException;
}
