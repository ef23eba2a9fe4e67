package vn.chieng.api.rules;

/** A rule and what it has done. */
public record ListedRule(Rule rule, RuleTotals totals, SeenInput seen) {}
