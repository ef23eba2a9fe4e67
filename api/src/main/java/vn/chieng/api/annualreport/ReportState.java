package vn.chieng.api.annualreport;

import java.util.Locale;

/** How far a report is. */
public enum ReportState {
    OPEN,
    FROZEN,
    SIGNED;

    /** As in the database and in bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a report may go there from here. */
    public boolean leadsTo(ReportState next) {
        return switch (this) {
            case OPEN -> next == FROZEN;
            case FROZEN -> next == OPEN || next == SIGNED;
            case SIGNED -> false;
        };
    }
}
