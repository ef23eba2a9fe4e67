package vn.chieng.engine.rules;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.json.JsonEvent;
import vn.chieng.sigma.taxonomy.FieldPath;

/**
 * Matches each event against one generation of rules, the latest that was ready when the event came; used by one thread.
 */
public final class RunningRules {
    private final RuleSwap swap;
    private final RuleActivities activities;
    private final Clock clock;
    private final List<FieldPath> watched;
    private @Nullable RuleGeneration generation;
    private @Nullable JsonEvent event;

    /**
     * Matches with what the swap holds.
     *
     * @param run a name for this start of this process
     * @param watched dotted paths of the fields that others want to see as well
     */
    public RunningRules(RuleSwap swap, String run, List<String> watched, Clock clock) {
        this.watched = watched.stream()
                .map(path -> new FieldPath(path, List.of(path.split("\\.", -1))))
                .toList();
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
        this.event = new JsonEvent(event);
        matched.forEach(rule -> activities.matched(rule.id(), clock.instant()));
        return matched;
    }

    /** What the event that was matched last holds in a watched field. */
    public @Nullable Object watched(int field) {
        return event == null ? null : event.value(watched.get(field));
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
