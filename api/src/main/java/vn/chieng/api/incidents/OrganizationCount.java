package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.Map;

/**
 * Open incidents of one organisation; an incident of two counts for both.
 *
 * @param oldest when the oldest of them was opened
 */
public record OrganizationCount(String organizationId, Map<Severity, Long> bySeverity, Instant oldest) {
    public OrganizationCount {
        bySeverity = Map.copyOf(bySeverity);
    }

    /** Those of one severity. */
    public long of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    /** All severities together. */
    public long total() {
        return bySeverity.values().stream().mapToLong(Long::longValue).sum();
    }
}
