package vn.chieng.api.annualreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;

/** Approves the parts of units, and takes that back. */
@Component
class PartApprovals {
    private final ReportStore store;
    private final AnnualReports reports;
    private final TransactionOperations transactions;
    private final Clock clock;

    PartApprovals(ReportStore store, AnnualReports reports, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the last day on which units report is over. */
    boolean late(StoredReport report) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ReportDue.VIETNAM);
        return ReportDue.ofUnits(report, reports.pack(report))
                .filter(due -> due.daysLeft(today) < 0)
                .isPresent();
    }

    /**
     * The unit approves its part, which must fit in itself and with the register. After the last day it states why so late, and who agreed:
     * a report that lacks a unit is worse than one that says so (NĐ 331 Đ35.4).
     */
    ChangeOutcome approve(StoredReport report, StoredPart part, @Nullable LateApproval stated, SignedIn by) {
        if (!reports.ownInconsistencies(report, part).isEmpty()) {
            return ChangeOutcome.INCONSISTENT;
        }
        boolean late = late(report);
        if (late && stated == null) {
            return ChangeOutcome.LATE;
        }
        return decide(report, part, by, by.name(), late ? stated : null, AnnualReportAction.PART_APPROVED);
    }

    /** The approval is taken back. */
    ChangeOutcome withdraw(StoredReport report, StoredPart part, SignedIn by) {
        return decide(report, part, by, null, null, AnnualReportAction.PART_WITHDRAWN);
    }

    private ChangeOutcome decide(
            StoredReport report,
            StoredPart part,
            SignedIn by,
            @Nullable String approver,
            @Nullable LateApproval late,
            AnnualReportAction action) {
        return AnnualReports.outcome(transactions.execute(_ -> {
            boolean done = store.approve(
                    report.year(), part.organizationId(), part.version(), approver, late, clock.instant());
            if (done) {
                reports.record(by, action, report.year(), part.organizationId(), Map.of(), stated(late, Map.of()));
            }
            return done;
        }));
    }

    /** For the trail: this, and what was stated about the delay. */
    static Map<String, @Nullable Object> stated(@Nullable LateApproval late, Map<String, String> other) {
        Map<String, @Nullable Object> all = new HashMap<>(other);
        if (late != null) {
            all.put("late_reason", late.reason());
            all.put("late_approver", late.approver());
        }
        return all;
    }
}
