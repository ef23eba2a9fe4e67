package vn.chieng.api.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Level;

/**
 * A rule as it once was.
 *
 * @param tuning the exceptions as Sigma filters; empty where there were none
 * @param accountName who made it so; null where the process did
 */
public record RuleVersion(
        String ruleId,
        int version,
        RuleChange change,
        String textHash,
        boolean enabled,
        @Nullable Level override,
        String tuning,
        String origin,
        @Nullable String accountName,
        Instant at,
        @Nullable String reason) {}
