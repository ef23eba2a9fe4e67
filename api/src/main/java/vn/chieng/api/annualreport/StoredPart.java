package vn.chieng.api.annualreport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit's part as it is kept.
 *
 * @param late what was stated where it was approved after its last day
 * @param version advanced by every change
 */
public record StoredPart(
        int year,
        String organizationId,
        UnitPart part,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable LateApproval late,
        int version) {

    public boolean approved() {
        return approvedAt != null;
    }
}
