package vn.chieng.engine.rules;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.match.WatchedFields;

/**
 * Matches each event against one generation of rules, the latest that was ready when the event came; used by one thread.
 */
public final class RunningRules {
    private final RuleSwap swap;
    private final RuleActivities activities;
    private final Clock clock;
    private @Nullable RuleGeneration generation;

    /** @param run a name for this start of this process */
    public RunningRules(RuleSwap swap, String run, Clock clock) {
        this.swap = swap;
        this.activities = new RuleActivities(run);
        this.clock = clock;
    }

    /**
     * The rules that an event matches.
     *
     * @throws tools.jackson.core.JacksonException where it is no event
     */
    public List<RuleReference> match(byte[] event) {
        RuleGeneration current = current();
        if (current == null) {
            throw new IllegalStateException("no rules are ready");
        }
        List<RuleReference> matched = current.match(event);
        matched.forEach(rule -> activities.matched(rule.id(), clock.instant()));
        return matched;
    }

    /** Hands over what the event that was matched last holds in the watched fields. */
    public void watched(WatchedFields fields) {
        if (generation != null) {
            generation.watched(fields);
        }
    }

    private @Nullable RuleGeneration current() {
        RuleGeneration next = swap.take();
        if (next != null) {
            if (generation != null) {
                activities.retire(generation);
            }
            generation = next;
        }
        return generation;
    }

    /** What has changed of the rules' counts since the last time. */
    public List<RuleActivity> news() {
        RuleGeneration current = current();
        return current == null ? List.of() : activities.news(current, clock.instant());
    }

    /** Makes {@link #news()} begin with everything. */
    public void forgetTold() {
        activities.forgetTold();
    }
}
