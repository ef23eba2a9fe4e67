package vn.chieng.api.rules.imports;

import java.util.Set;
import vn.chieng.event.Level;

/**
 * What a person takes of an import, and which of the new rules run at once; rules that are there already stay enabled or not, as they are.
 *
 * @param ruleIds only with {@link Part#SELECTED}
 * @param levels new rules of these levels run; none means no rule
 * @param statuses and of these; none means any
 * @param products and of these; none means any
 * @param ineffective whether rules that miss something run as well
 */
record Acceptance(
        Part part,
        Set<String> ruleIds,
        Set<Level> levels,
        Set<String> statuses,
        Set<String> products,
        boolean ineffective) {

    /** Which of the rules. */
    enum Part {
        ALL,
        ADDED,
        CHANGED,
        SELECTED
    }

    Acceptance {
        ruleIds = Set.copyOf(ruleIds);
        levels = Set.copyOf(levels);
        statuses = Set.copyOf(statuses);
        products = Set.copyOf(products);
    }

    /** Whether the rule is taken. */
    boolean takes(ImportItem item) {
        return switch (part) {
            case ALL -> true;
            case ADDED -> item.verdict() == ImportItem.Verdict.ADDED;
            case CHANGED -> item.verdict() == ImportItem.Verdict.CHANGED;
            case SELECTED -> item.ruleId() != null && ruleIds.contains(item.ruleId());
        };
    }

    /** Whether a rule that is taken and new runs at once. */
    boolean enables(ImportItem item) {
        String product = item.logSource().product();
        return item.level() != null
                && levels.contains(item.level())
                && (statuses.isEmpty() || (item.status() != null && statuses.contains(item.status())))
                && (products.isEmpty() || (product != null && products.contains(product)))
                && (ineffective || item.missing().nothing());
    }
}
