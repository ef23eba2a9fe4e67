package vn.chieng.engine.detect;

import java.util.List;
import vn.chieng.event.Event;
import vn.chieng.event.RuleReference;

/** Says which rules an event matches. */
@FunctionalInterface
public interface EventMatcher {
    List<RuleReference> match(Event event);
}
