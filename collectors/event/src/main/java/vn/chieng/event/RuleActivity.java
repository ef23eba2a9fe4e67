package vn.chieng.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one engine counted of one rule since that engine started; a later record of the same run takes the place of an
 * earlier one, so that reading it twice counts once. Record key: run and rule. JSON: the component names.
 *
 * @param run one start of one engine process
 * @param version of the rule that was running
 * @param events events of the rule's log source
 * @param candidates events on which it was evaluated
 * @param nanoseconds time spent on evaluation, estimated from samples
 * @param failures events on which it failed
 * @param lastMatch time of the last match; null where there was none
 */
public record RuleActivity(
        String run,
        String ruleId,
        int version,
        long events,
        long candidates,
        long matches,
        long nanoseconds,
        long failures,
        @Nullable Instant lastMatch,
        Instant at) {}
