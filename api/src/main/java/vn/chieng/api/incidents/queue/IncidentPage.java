package vn.chieng.api.incidents.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.Incident;

/**
 * A page of the list.
 *
 * @param total how many there are in all, counted up to {@link #COUNTED}
 * @param next the cursor of the next page, or null at the end
 */
public record IncidentPage(
        List<Incident> items, long total, @Nullable String next) {

    /** Nobody reads further, and counting further would cost more than the page. */
    public static final long COUNTED = 10_000;

    public IncidentPage {
        items = List.copyOf(items);
    }

    /** A page and, where more follow, the cursor of the next. */
    public static IncidentPage of(List<Incident> items, long total, boolean more) {
        return new IncidentPage(
                items, total, more ? Cursor.behind(items.getLast()).encoded() : null);
    }

    /** Whether there are more than were counted. */
    public boolean uncounted() {
        return total > COUNTED;
    }
}
