package vn.chieng.api.rules.observed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.rules.SeenInput;
import vn.chieng.sigma.rule.LogSource;

/** Keeps what events have shown. */
public interface ObservationStore {

    /** A rule's text. */
    record Reading(String ruleId, LogSource logSource, String text) {}

    /** What was found out of a rule. */
    record Finding(
            String ruleId, SeenInput.State state, @Nullable Instant at, List<String> unseenFields) {
        public Finding {
            unseenFields = List.copyOf(unseenFields);
        }
    }

    /** The log sources that rules name; those that name nothing left out. */
    List<LogSource> logSources(int most);

    /** When somebody last looked; null where never. */
    @Nullable
    Instant lastLook();

    /** Adds what was seen to what is known; nothing that was seen once is forgotten. */
    void keep(List<ObservedSource> seen, Instant now);

    /** Everything that was seen so far. */
    Map<LogSource, ObservedSource> seen();

    /** Rules in the order of their ids, those behind one. */
    List<Reading> rules(String afterId, int most);

    /** Writes what was found out, where it is another than before. */
    void write(List<Finding> findings);
}
