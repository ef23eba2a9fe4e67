package vn.chieng.api.rules.observed;

import java.time.Instant;
import java.util.Set;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.taxonomy.Effectiveness;
import vn.chieng.sigma.taxonomy.Producers;

/**
 * A log source of which events came.
 *
 * @param lastSeen when the latest of them was made
 * @param paths dotted, those with a value in any of them
 */
public record ObservedSource(LogSource logSource, Instant lastSeen, Set<String> paths) {
    private static final String NAME = "observed";

    public ObservedSource {
        paths = Set.copyOf(paths);
    }

    /** What a rule of this log source cannot do without and no event has had. */
    MissingInput missing(SigmaRule rule) {
        var effectiveness = new Effectiveness(Producers.single(NAME, logSource, paths), Set.of(NAME));
        return MissingInput.of(effectiveness.missing(rule));
    }
}
