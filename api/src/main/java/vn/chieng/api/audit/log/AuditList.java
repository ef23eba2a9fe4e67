package vn.chieng.api.audit.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.audit.AuditEntry;

/**
 * A page of entries, the latest first.
 *
 * @param total how many there are in all, counted up to {@link #COUNTED}
 * @param next where the next page begins; null at the end
 */
public record AuditList(
        List<AuditEntry> items, long total, @Nullable Long next) {
    /** Counting further would cost more than the page. */
    public static final long COUNTED = 10_000;

    public AuditList {
        items = List.copyOf(items);
    }

    /** Whether there are more than were counted. */
    public boolean uncounted() {
        return total > COUNTED;
    }
}
