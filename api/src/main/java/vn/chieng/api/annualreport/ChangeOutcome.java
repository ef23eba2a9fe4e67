package vn.chieng.api.annualreport;

import java.util.Locale;

/** What became of a change that somebody asked for. */
enum ChangeOutcome {
    DONE,
    /** Somebody else changed it meanwhile, or the report is no longer open. */
    STALE,
    /** Something does not fit, so that it may not be approved or frozen. */
    INCONSISTENT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
