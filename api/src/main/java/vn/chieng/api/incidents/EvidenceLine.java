package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;

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
        boolean truncated) {

    /** The same with the user's name masked, also within the line. */
    public EvidenceLine withoutNames() {
        if (user == null || user.isEmpty()) {
            return this;
        }
        String masked = PersonalData.name(user);
        return new EvidenceLine(
                eventId,
                index,
                timestamp,
                created,
                organizationId,
                sourceId,
                dataset,
                host,
                masked,
                sourceIp,
                exerciseId,
                original.replaceAll("(?i)" + Pattern.quote(user), Matcher.quoteReplacement(masked)),
                truncated);
    }
}
