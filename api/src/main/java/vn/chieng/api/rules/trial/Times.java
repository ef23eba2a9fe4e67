package vn.chieng.api.rules.trial;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times in events. */
final class Times {
    private Times() {}

    /** The time that a text says, or the other where it says none. */
    static Instant instant(String text, Instant otherwise) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
