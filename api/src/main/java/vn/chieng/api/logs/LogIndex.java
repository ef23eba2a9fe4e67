package vn.chieng.api.logs;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where events are kept, counted by organisation and by system. */
interface LogIndex {

    /** What is held of these systems; a source is live that sent something since then. */
    Map<String, LogHolding> holdings(List<SystemMarks> systems, Instant liveSince) throws IOException;

    /** What is held; a source is live that sent something since then. */
    Map<String, LogHolding> holdings(Instant liveSince) throws IOException;

    /** The sources that ever sent something that is still held. */
    List<LogSource> sources() throws IOException;
}
