package vn.chieng.api.clocks.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something was sent, and what proves it.
 *
 * @param by who recorded it
 * @param recipient the body it went to
 * @param channel by which way, as the pack names it
 * @param number the document's number
 * @param proof what shows that it arrived
 * @param preliminary whether a closing report must still follow
 */
public record Sending(
        Instant at,
        String by,
        String recipient,
        String channel,
        @Nullable String number,
        String proof,
        boolean preliminary) {
    /** Longest text of a field. */
    public static final int MOST_TEXT = 500;

    public Sending {
        check(by, "by");
        check(recipient, "recipient");
        check(channel, "channel");
        check(proof, "proof");
        if (number != null && number.length() > MOST_TEXT) {
            throw new IllegalArgumentException("number");
        }
    }

    private static void check(String text, String field) {
        if (text.isBlank() || text.length() > MOST_TEXT) {
            throw new IllegalArgumentException(field);
        }
    }
}
