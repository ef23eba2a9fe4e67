package vn.chieng.sigma;

import java.util.List;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.rule.SigmaRule;

/** Takes events that are still JSON past a rule set, one after another; used by one thread. */
public final class RuleMatcher {
    private final RuleSet rules;

    RuleMatcher(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * The rules that an event matches, in their order.
     *
     * @param event one JSON object in UTF-8; not to be changed meanwhile
     * @throws tools.jackson.core.JacksonException where it is something else, or beyond the limits
     */
    public List<SigmaRule> match(byte[] event) {
        return rules.match(new JsonEvent(event));
    }
}
