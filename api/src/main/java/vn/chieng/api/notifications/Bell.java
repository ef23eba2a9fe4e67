package vn.chieng.api.notifications;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How many notices wait for the reader of a page; asked for only where a page shows it. */
public final class Bell {
    /** More are shown as this with a plus sign. */
    public static final int MOST_SHOWN = 99;

    private final LongSupplier count;
    private @Nullable Long unread;

    Bell(LongSupplier count) {
        this.count = count;
    }

    /** Notices not read. */
    public long unread() {
        Long known = unread;
        if (known == null) {
            known = count.getAsLong();
            unread = known;
        }
        return known;
    }

    /** The same as it is drawn: {@code 99+} where there are many. */
    public String shown() {
        return unread() > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(unread());
    }
}
