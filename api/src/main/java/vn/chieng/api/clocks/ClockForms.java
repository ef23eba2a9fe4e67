package vn.chieng.api.clocks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.file.Sending;

/** What people type about clocks; times are Vietnam's, as a browser's field gives them. */
final class ClockForms {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private ClockForms() {}

    /** A corrected moment. */
    record MomentForm(
            @Nullable String event,
            @Nullable String before,
            @Nullable String at,
            @Nullable String reason) {}

    /** Something sent. */
    record SendingForm(
            @Nullable String clock,
            @Nullable String at,
            @Nullable String recipient,
            @Nullable String channel,
            @Nullable String number,
            @Nullable String proof,
            @Nullable Boolean preliminary) {

        Sending sending(SignedIn by) {
            String typed = number == null || number.isBlank() ? null : number.strip();
            return new Sending(
                    time(at, "at"),
                    by.displayName(),
                    text(recipient),
                    text(channel),
                    typed,
                    text(proof),
                    Boolean.TRUE.equals(preliminary));
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static Instant time(@Nullable String typed, String field) {
        try {
            return LocalDateTime.parse(text(typed)).toInstant(VIETNAM);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field, e);
        }
    }
}
