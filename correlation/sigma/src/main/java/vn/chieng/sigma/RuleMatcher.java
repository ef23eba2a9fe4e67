package vn.chieng.sigma;

import java.util.List;
import java.util.function.IntConsumer;
import vn.chieng.sigma.index.Passage;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.WatchedFields;
import vn.chieng.sigma.rule.SigmaRule;

/** Takes events past a rule set, one after another, the fastest way there is; used by one thread. */
public final class RuleMatcher {
    private static final byte[] NONE = {};

    private final Passage passage;
    private final MatchedRules matched;
    private final IntConsumer failed;
    private final JsonEvent json = new JsonEvent(NONE);

    RuleMatcher(Passage passage, List<SigmaRule> rules, IntConsumer failed) {
        this.passage = passage;
        this.matched = new MatchedRules(rules);
        this.failed = failed;
    }

    /**
     * The rules that an event matches, in their order.
     *
     * @param event one JSON object in UTF-8; not to be changed meanwhile
     * @throws tools.jackson.core.JacksonException where it is something else, or beyond the limits
     */
    public List<SigmaRule> match(byte[] event) {
        json.set(event);
        return match(json);
    }

    /** The same for any kind of event. */
    public List<SigmaRule> match(EventView event) {
        matched.clear();
        passage.match(event, matched, failed);
        return matched.inOrder();
    }

    /** Hands over what the event that was matched last holds in the fields that the rule set watches. */
    public void watched(WatchedFields fields) {
        passage.watched(fields);
    }
}
