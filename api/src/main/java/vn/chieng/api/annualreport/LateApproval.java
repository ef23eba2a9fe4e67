package vn.chieng.api.annualreport;

import org.jspecify.annotations.Nullable;

/**
 * Why a part was approved, or the whole frozen, after its last day, and who agreed to that.
 *
 * @param approver the person who answers for the delay, by name and office
 */
public record LateApproval(String reason, String approver) {
    static final int MOST_REASON = 1000;
    static final int MOST_APPROVER = 200;

    public LateApproval {
        if (reason.isBlank()
                || approver.isBlank()
                || reason.length() > MOST_REASON
                || approver.length() > MOST_APPROVER) {
            throw new IllegalArgumentException("a late approval states a reason and who agreed");
        }
    }

    /** What was typed, where both are there and not too long. */
    static @Nullable LateApproval typed(String lateReason, String lateApprover) {
        String reason = Typed.text(lateReason);
        String approver = Typed.text(lateApprover);
        return complete(reason, approver) ? new LateApproval(reason, approver) : null;
    }

    private static boolean complete(String reason, String approver) {
        return !reason.isBlank()
                && !approver.isBlank()
                && reason.length() <= MOST_REASON
                && approver.length() <= MOST_APPROVER;
    }
}
