package vn.chieng.engine.detect;

import java.util.List;

/** Says what an event matches; used by one thread. */
@FunctionalInterface
interface EventMatcher {
    /**
     * What an event matches.
     *
     * @param event JSON in UTF-8
     * @throws tools.jackson.core.JacksonException where it is no JSON object, or beyond the limits
     */
    List<Match> match(byte[] event);
}
