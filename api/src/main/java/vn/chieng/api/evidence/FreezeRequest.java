package vn.chieng.api.evidence;

import java.time.Instant;

/** A request to freeze configuration, logs and data of a system; {@code continuity} says how its service goes on meanwhile. */
public record FreezeRequest(
        String reason,
        String scope,
        Instant from,
        Instant until,
        String continuity,
        Instant recordedAt,
        String recordedBy) {
    private static final int MOST_TEXT = 4_000;

    public FreezeRequest {
        check(continuity, "continuity");
        check(reason, "reason");
        check(scope, "scope");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until");
        }
    }

    private static void check(String text, String field) {
        if (text.isBlank() || text.length() > MOST_TEXT) {
            throw new IllegalArgumentException(field);
        }
    }
}
