package vn.chieng.api.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about one change.
 *
 * @param objectType kind of the object, such as {@code incident}
 * @param objectId its key within the kind
 * @param objectName how people call it, such as {@code SC-2026-12}; null where it has no name
 * @param organizationIds the organisations the object belongs to; empty where none
 * @param before fields that changed, as they were; text, numbers, booleans, lists of those. Never a secret, nor its hash
 * @param after the same fields as they are now
 * @param reason what the person gave as reason
 */
public record AuditRecord(
        AuditAction action,
        String objectType,
        String objectId,
        @Nullable String objectName,
        Set<String> organizationIds,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        @Nullable String reason) {

    public AuditRecord {
        organizationIds = Set.copyOf(organizationIds);
        before = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** A record about an object of one organisation without before and after. */
    public static AuditRecord of(
            AuditAction action,
            String objectType,
            String objectId,
            @Nullable String objectName,
            Set<String> organizationIds) {
        return new AuditRecord(action, objectType, objectId, objectName, organizationIds, Map.of(), Map.of(), null);
    }

    /** The same with the fields that changed. */
    public AuditRecord changed(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return new AuditRecord(action, objectType, objectId, objectName, organizationIds, before, after, reason);
    }

    /** The same with a reason. */
    public AuditRecord because(@Nullable String reason) {
        return new AuditRecord(action, objectType, objectId, objectName, organizationIds, before, after, reason);
    }
}
