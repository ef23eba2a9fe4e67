package vn.chieng.event;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that gives an attacker away, as {@code api} publishes it and the engine matches it. A withdrawn one has no
 * record (a tombstone). Record key: {@link #key()}. JSON: the component names.
 *
 * @param value in its one spelling: lower case, addresses as RFC 5952 writes them
 * @param source who told it
 * @param confidence 0 to 100
 * @param level of a detection made by it
 * @param validUntil it matches nothing from then on; null where it holds until withdrawn
 * @param description shown with detections
 */
public record Indicator(
        Type type,
        String value,
        String source,
        int confidence,
        Level level,
        @Nullable Instant validUntil,
        String description) {

    /** What kind of thing it is. */
    public enum Type {
        IP,
        NETWORK,
        DOMAIN,
        URL,
        MD5,
        SHA1,
        SHA256;

        /** As records and files spell it: {@code sha256}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String key() {
        return type.code() + ':' + value;
    }
}
