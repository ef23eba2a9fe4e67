package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an incident: old value, new value, who, when, why.
 *
 * @param actor null where correlation did it
 */
public record HistoryEntry(
        Instant at,
        Kind kind,
        @Nullable String actor,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String note) {

    /** The kinds of entries. */
    public enum Kind {
        OPENED,
        SIGNAL_JOINED,
        LEVEL_RAISED,
        STATE,
        UNDONE,
        ASSIGNED,
        SEVERITY,
        CLASSIFIED,
        LABELLED,
        UNLABELLED,
        COMMENT,
        TASK_ADDED,
        TASK_DONE,
        TASK_CHANGED,
        OBSERVABLE_ADDED,
        OBSERVABLE_REMOVED,
        MERGED,
        UNMERGED,
        SPLIT;

        /** As the API spells it: {@code signal-joined}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
