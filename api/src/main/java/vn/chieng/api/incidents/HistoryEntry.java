package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/**
 * What happened to an incident: old value, new value, who, when, why.
 *
 * @param happened when what was written into the timeline took place; null for everything else
 * @param actor null where correlation did it
 * @param role the role the actor had taken on; null where nobody acted, and for what is older than this
 */
public record HistoryEntry(
        Instant at,
        @Nullable Instant happened,
        Kind kind,
        @Nullable String actor,
        @Nullable Role role,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String note) {

    /** When it belongs into the timeline. */
    public Instant moment() {
        return happened == null ? at : happened;
    }

    /** The kinds of entries. */
    public enum Kind {
        OPENED,
        SIGNAL_JOINED,
        LEVEL_RAISED,
        STATE,
        UNDONE,
        ASSIGNED,
        SEVERITY,
        ESCALATED,
        ANSWERED,
        CLASSIFIED,
        LABELLED,
        UNLABELLED,
        COMMENT,
        EVENT,
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
