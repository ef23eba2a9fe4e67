package vn.chieng.engine.correlate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;

/**
 * What a Drools rule counts with, and what its signals are called: data, read from beside the DRL.
 *
 * @param id never changes: the ids of signals derive from it
 * @param family rules of one family about one subject raise the same incident
 * @param atLeast how many make it
 * @param within the sliding window
 * @param followedBy how long after such a window the next step still counts; zero where there is none
 * @param users lower case; users that the rule is about
 */
public record CorrelationRule(
        String name,
        String id,
        String family,
        String titleVi,
        String titleEn,
        Level level,
        List<String> tags,
        int atLeast,
        Duration within,
        Duration followedBy,
        Set<String> users) {

    /** Stands in a title for the title of the Sigma rule behind the signal. */
    private static final String RULE = "{rule}";

    public CorrelationRule {
        tags = List.copyOf(tags);
        users = Set.copyOf(users);
        if (atLeast < 1) {
            throw new IllegalArgumentException("at-least of correlation rule " + name + " is below 1");
        }
        if (within.isNegative()
                || followedBy.isNegative()
                || within.plus(followedBy).compareTo(Observation.RETENTION) >= 0) {
            throw new IllegalArgumentException("the windows of correlation rule " + name + " are not within "
                    + Observation.RETENTION + ", for which detections are kept");
        }
    }

    public long windowMillis() {
        return within.toMillis();
    }

    /** Window and what may follow it together. */
    public long reachMillis() {
        return within.plus(followedBy).toMillis();
    }

    /** Whether the rule is about this user. */
    public boolean names(@Nullable String user) {
        return user != null && users.contains(user.toLowerCase(Locale.ROOT));
    }

    /** The rule as a signal names it. */
    RuleReference reference(RuleReference behind) {
        return new RuleReference(
                id,
                titleVi.replace(RULE, behind.titleVi()),
                titleEn.replace(RULE, behind.titleEn()),
                "",
                level,
                tags.isEmpty() ? behind.tags() : tags);
    }
}
