package vn.chieng.api.incidents.bulk;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.queue.Labelling;
import vn.chieng.api.incidents.work.Move;

/**
 * What somebody wants done with many incidents.
 *
 * @param to who is to handle them
 * @param label what to put on them
 * @param reason why work on them ends
 * @param note in the person's words
 */
record BulkOrder(
        BulkAct act,
        @Nullable Handler to,
        @Nullable String label,
        @Nullable CloseReason reason,
        @Nullable String note) {

    /** Whether nothing is missing. */
    boolean complete() {
        return switch (act) {
            case ACKNOWLEDGE, TAKE -> true;
            case ASSIGN -> to != null;
            case LABEL -> label != null && !label.isBlank() && label.length() <= Labelling.MOST_CHARACTERS;
            case ESCALATE -> isNoted();
            case CLOSE -> reason != null && isNoted();
        };
    }

    private boolean isNoted() {
        return note != null && !note.isBlank() && note.length() <= Move.MAX_NOTE;
    }
}
