package vn.chieng.engine.detect;

import java.util.ArrayList;
import java.util.List;
import vn.chieng.engine.indicators.LiveIndicators;
import vn.chieng.engine.rules.RunningRules;
import vn.chieng.event.Indicator;
import vn.chieng.event.RuleReference;
import vn.chieng.indicators.IndicatorRules;

/** Reads an event once, and compares it with rules and indicators. */
final class OnePass implements EventMatcher {
    private final RunningRules rules;
    private final LiveIndicators indicators;
    private final IndicatorRules words = IndicatorRules.shipped();

    OnePass(RunningRules rules, LiveIndicators indicators) {
        this.rules = rules;
        this.indicators = indicators;
    }

    @Override
    public List<Match> match(byte[] event) {
        List<RuleReference> matched = rules.match(event);
        List<Indicator> hit = indicators.hits(rules::watched);
        if (matched.isEmpty() && hit.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>(matched.size() + hit.size());
        matched.forEach(rule -> matches.add(new Match(rule, "")));
        hit.forEach(indicator -> matches.add(new Match(words.reference(indicator), indicator.value())));
        return matches;
    }
}
