package vn.chieng.api.incidents.timeline;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.timeline.TimelineEntry.Part;

/** Says the old and the new value of an entry in words of ours where they are codes. */
public final class HistoryWords {
    private HistoryWords() {}

    /** What was before; null where nothing was, or where it says nothing. */
    public static @Nullable Part before(HistoryEntry entry) {
        return said(entry, entry.oldValue());
    }

    /** What is now; null where nothing is, or where it says nothing. */
    public static @Nullable Part after(HistoryEntry entry) {
        return entry.kind() == HistoryEntry.Kind.ASSIGNED && entry.newValue() == null
                ? Part.label("incidents.unassigned")
                : said(entry, entry.newValue());
    }

    private static @Nullable Part said(HistoryEntry entry, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (entry.kind()) {
            case STATE, UNDONE -> state(value);
            case LEVEL_RAISED -> Part.label("incidents.level." + value);
            case SEVERITY -> Part.label("incidents.severity." + value);
            case ASSIGNED,
                    LABELLED,
                    UNLABELLED,
                    OBSERVABLE_ADDED,
                    OBSERVABLE_REMOVED,
                    MERGED,
                    UNMERGED,
                    SPLIT,
                    SIGNAL_JOINED,
                    TASK_ADDED,
                    TASK_CHANGED,
                    TASK_DONE -> new Part.Value(value);
            case OPENED, ESCALATED, ANSWERED, CLASSIFIED, COMMENT, EVENT -> null;
        };
    }

    /** As {@code dismissed:false-positive}, or without a reason. */
    private static Part state(String value) {
        int colon = value.indexOf(':');
        return Part.label(colon < 0 ? "incidents.state." + value : "incidents.reason." + value.substring(colon + 1));
    }
}
