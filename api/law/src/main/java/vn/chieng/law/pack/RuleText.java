package vn.chieng.law.pack;

/** A rule that is shown and not computed. */
public record RuleText(@Inline Basis basis, Words text) implements Rule {}
