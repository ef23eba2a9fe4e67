package vn.chieng.api.incidents.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.Handler;

/** A task as somebody wants it to be. */
public record TaskDraft(
        String title, @Nullable Handler owner, @Nullable Instant dueAt) {
    public TaskDraft {
        title = title.strip();
        if (title.isEmpty() || title.length() > Task.MAX_TITLE) {
            throw new IllegalArgumentException("title");
        }
    }
}
