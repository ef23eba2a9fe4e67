package vn.chieng.api.rules;

/**
 * How many rules there are of a kind of state.
 *
 * @param unseen those that run and have never had the events or fields that they need
 */
public record RuleCounts(int all, int enabled, int ineffective, int unseen, int tuned, int failing) {}
