package vn.chieng.api.rules;

import java.util.List;
import java.util.Locale;
import vn.chieng.sigma.yaml.RuleIssue;

/** What came of changing a rule. */
public sealed interface RuleOutcome {

    /** It is as wanted now. */
    record Done(Rule rule) implements RuleOutcome {}

    /** Somebody else was faster; this is the rule as it stands. */
    record Stale(Rule rule) implements RuleOutcome {}

    /** It cannot be so. */
    record Refused(Reason reason, List<RuleIssue> issues) implements RuleOutcome {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** There is no such rule. */
    record Unknown() implements RuleOutcome {}

    /** Why not; the words are {@code rules.refused.<code>}. */
    enum Reason {
        UNSOUND,
        TAKEN,
        NOT_OWN,
        OTHER_ID,
        SAME,
        TOO_MANY_FILTERS,
        NO_FILTER;

        /** As in bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
