package vn.chieng.api.annualreport;

import java.util.Locale;

/** What became of a change that somebody asked for. */
enum ChangeOutcome {
    DONE,
    /** Somebody else changed it meanwhile, or the report is no longer open. */
    STALE,
    /** Something does not fit, so that it may not be approved or frozen. */
    INCONSISTENT,
    /** The last day is over, and no reason or nobody who agreed to it is named. */
    LATE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
