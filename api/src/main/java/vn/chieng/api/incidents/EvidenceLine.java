package vn.chieng.api.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence as kept with an incident.
 *
 * @param index the OpenSearch index that holds the whole event
 * @param original the line as the device sent it; may hold control characters
 * @param truncated whether {@code original} is only the beginning
 */
public record EvidenceLine(
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
        boolean truncated) {}
