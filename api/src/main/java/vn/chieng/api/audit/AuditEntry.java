package vn.chieng.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it can be shown.
 *
 * @param number its place in the chain, from 1 without a gap
 * @param day the day of its chain, in Vietnam's time
 * @param previous hash of the entry before
 * @param before fields that changed, as they were
 * @param after the same fields as they became
 * @param address where the request came from; null where the process acted by itself
 * @param agent what the client said it was
 */
public record AuditEntry(
        long number,
        LocalDate day,
        Instant at,
        String previous,
        String hash,
        Actor actor,
        String action,
        Subject object,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String requestId) {

    /**
     * Who acted.
     *
     * @param accountId null where it was the process, or the holder of a token without a person
     * @param name the sign-in name, or the token's
     * @param role the role acted in; null where it was the process
     * @param organizationId the organisation acted for
     */
    public record Actor(
            @Nullable Long accountId,
            String name,
            String displayName,
            @Nullable String role,
            @Nullable Long assignmentId,
            @Nullable String organizationId) {}

    /** What was acted on. */
    public record Subject(String type, String id, @Nullable String name, List<String> organizationIds) {
        public Subject {
            organizationIds = List.copyOf(organizationIds);
        }
    }

    /** One field, as it was and as it became; null where it was absent. */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    public AuditEntry {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** The fields of both sides, in the order of their names. */
    public List<Change> changes() {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .map(field -> new Change(field, before.get(field), after.get(field)))
                .toList();
    }
}
