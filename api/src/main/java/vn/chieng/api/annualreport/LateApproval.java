package vn.chieng.api.annualreport;

/**
 * Why a part was approved after its last day, and who agreed to that.
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

    /** Whether both were typed and are not too long. */
    static boolean complete(String reason, String approver) {
        return !reason.isBlank()
                && !approver.isBlank()
                && reason.length() <= MOST_REASON
                && approver.length() <= MOST_APPROVER;
    }
}
