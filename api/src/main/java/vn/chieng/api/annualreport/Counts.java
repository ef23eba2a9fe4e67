package vn.chieng.api.annualreport;

import java.util.List;
import java.util.function.Predicate;

/** The six figures at the head of the form. */
public record Counts(int total, int classified, int written, int appraised, int approved, int approvedAssessed) {

    /** The figures that follow from rows. */
    public static Counts of(List<ReportRow> rows, StatusWords words) {
        return new Counts(
                rows.size(),
                count(rows, row -> row.level() != null),
                count(rows, row -> words.isWritten(row.approvalStatus())),
                count(rows, row -> words.isAppraised(row.approvalStatus())),
                count(rows, row -> words.isApproved(row.approvalStatus())),
                count(rows, row -> words.isApproved(row.approvalStatus()) && words.isPeriodic(row.assessments())));
    }

    /** The sum of both. */
    public Counts plus(Counts other) {
        return new Counts(
                total + other.total,
                classified + other.classified,
                written + other.written,
                appraised + other.appraised,
                approved + other.approved,
                approvedAssessed + other.approvedAssessed);
    }

    private static int count(List<ReportRow> rows, Predicate<ReportRow> which) {
        return (int) rows.stream().filter(which).count();
    }
}
