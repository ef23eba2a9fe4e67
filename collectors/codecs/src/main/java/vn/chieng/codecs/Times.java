package vn.chieng.codecs;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.syslog.DeviceTime;

/** Times within JSON documents. */
public final class Times {
    private static final int LENGTH_TO_SECONDS = 19;

    private Times() {}

    /** ISO 8601 with T or a space, any fraction, with or without zone; null where the text is none. */
    public static @Nullable Instant parse(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() < LENGTH_TO_SECONDS || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        DeviceTime time = DeviceTime.at(text, 0, new FrameContext(Instant.EPOCH, zone, null, null));
        return time == null || time.end() != text.length() ? null : time.instant();
    }

    /** Whether a time names no zone, and so means the device's own. */
    public static boolean hasNoZone(String text) {
        boolean offset = text.length() > LENGTH_TO_SECONDS
                && (text.indexOf('+', LENGTH_TO_SECONDS) > 0 || text.indexOf('-', LENGTH_TO_SECONDS) > 0);
        return !offset && !text.endsWith("Z") && !text.endsWith("z");
    }
}
