package vn.chieng.api.rules.observed;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.chieng.event.Event;

/** A bounded choice of the stored events, some of every kind. */
interface EventSamples {

    /**
     * The latest few of every kind that have come since then.
     *
     * @throws IOException where the store does not answer
     */
    List<Event> since(Instant from) throws IOException;
}
