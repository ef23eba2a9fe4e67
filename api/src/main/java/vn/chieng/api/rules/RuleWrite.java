package vn.chieng.api.rules;

import org.jspecify.annotations.Nullable;

/**
 * A version to be written.
 *
 * @param text of the rule; null where it is kept already
 * @param tuning the exceptions as Sigma filters
 * @param accountName who makes it so; null where the process does
 */
public record RuleWrite(
        Rule rule,
        @Nullable String text,
        String tuning,
        RuleChange change,
        @Nullable String accountName,
        @Nullable String reason) {}
