package vn.chieng.api.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception from a rule: events for which all conditions hold are left out.
 *
 * @param id 0 before it is kept
 * @param text instead of conditions, what somebody wrote as the searches and the condition of a Sigma filter
 * @param expiresOn the last day it holds; null where it holds until somebody ends it
 */
public record RuleFilter(
        long id,
        String ruleId,
        List<FilterCondition> conditions,
        @Nullable String text,
        String reason,
        @Nullable LocalDate expiresOn,
        String accountName,
        Instant createdAt) {
    public RuleFilter {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty() == (text == null)) {
            throw new IllegalArgumentException("an exception has either conditions or a text");
        }
    }
}
