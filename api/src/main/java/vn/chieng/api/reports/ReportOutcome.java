package vn.chieng.api.reports;

/** What became of something done with a report. */
public sealed interface ReportOutcome {
    /** It is done. */
    record Done(long id) implements ReportOutcome {}

    /** There is no such incident or report for this person. */
    record Unknown() implements ReportOutcome {}

    /** Somebody was faster. */
    record Stale() implements ReportOutcome {}

    /** A field holds what it must not. */
    record Refused(String field) implements ReportOutcome {}
}
