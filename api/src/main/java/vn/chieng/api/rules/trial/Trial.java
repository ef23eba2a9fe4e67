package vn.chieng.api.rules.trial;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.chieng.sigma.yaml.RuleIssue;

/** What came of trying a rule on stored events. */
sealed interface Trial {

    /**
     * It was tried.
     *
     * @param from the beginning of the time asked for
     * @param end what ended it
     * @param reached the arrival of the last event looked at
     * @param failures events on which the rule failed
     * @param hours matches by the hour in which they arrived, earliest first, without gaps
     * @param first the latest matches, a bounded number of them
     */
    record Done(
            Instant from,
            End end,
            Instant reached,
            long events,
            long matches,
            long failures,
            long milliseconds,
            List<Hour> hours,
            List<StoredEvent> first)
            implements Trial {
        public Done {
            hours = List.copyOf(hours);
            first = List.copyOf(first);
        }

        /** The fullest hour, at least one, so that bars can be measured by it. */
        public long most() {
            return Math.max(1, hours.stream().mapToLong(Hour::matches).max().orElse(1));
        }
    }

    /** The rule is wrong. */
    record Unsound(List<RuleIssue> issues) implements Trial {
        public Unsound {
            issues = List.copyOf(issues);
        }
    }

    /** The store of events does not answer. */
    record Unavailable() implements Trial {}

    /** As many are running as may. */
    record Busy() implements Trial {}

    /** Matches of one hour. */
    record Hour(Instant start, long matches) {}

    /** What ends a try-out; the words are {@code rules.trial.end.<code>}. */
    enum End {
        ALL_SEEN,
        EVENTS,
        TIME;

        /** As in bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
