package vn.chieng.api.rules;

import java.util.List;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.RuleIssue;

/** What came of reading the text of one rule. */
public sealed interface ReadRule {

    /**
     * A rule that can run.
     *
     * @param hash SHA-256 of the text, hexadecimal
     */
    record Sound(SigmaRule rule, String text, String hash, MissingInput missing) implements ReadRule {}

    /** Everything that is wrong with it. */
    record Refused(List<RuleIssue> issues) implements ReadRule {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
