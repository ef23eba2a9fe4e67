package vn.chieng.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as evidence.
 *
 * @param eventId {@code event.id}, also the document's id
 * @param index the OpenSearch index the document is in
 * @param timestamp {@code @timestamp}: the device's time
 * @param created {@code event.created}: when intake took it
 * @param original {@code event.original}, byte for byte, cut at {@link #MAX_ORIGINAL} characters
 * @param truncated whether {@code original} was cut
 */
public record Evidence(
        String eventId,
        String index,
        Instant timestamp,
        Instant created,
        String organizationId,
        String sourceId,
        String dataset,
        @Nullable String host,
        @Nullable String user,
        @Nullable String sourceIp,
        @Nullable String exerciseId,
        String original,
        boolean truncated) {

    /** Longest original carried along, in UTF-16 units; the whole of it is in OpenSearch. */
    public static final int MAX_ORIGINAL = 8_192;
}
