package vn.chieng.engine.detect;

import vn.chieng.event.RuleReference;

/**
 * What an event matched.
 *
 * @param about what tells matches of the same rule and event apart; empty for Sigma rules, which match once
 */
record Match(RuleReference rule, String about) {}
