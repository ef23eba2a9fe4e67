package vn.chieng.api.rules;

/** How many rules there are of a kind of state. */
public record RuleCounts(int all, int enabled, int ineffective, int tuned, int failing) {}
