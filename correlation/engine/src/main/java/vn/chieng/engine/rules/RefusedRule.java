package vn.chieng.engine.rules;

/** A published rule that does not run, and why. */
record RefusedRule(String id, String reason) {}
