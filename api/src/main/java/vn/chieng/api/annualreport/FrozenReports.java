package vn.chieng.api.annualreport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Freezes a report that fits, as bytes with their hash, and binds the signed copy to it. */
@Component
class FrozenReports {
    private final ReportStore store;
    private final AnnualReports reports;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    FrozenReports(
            ReportStore store,
            AnnualReports reports,
            JsonMapper json,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.json = json;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the last day of the whole report is over. */
    boolean late(StoredReport report) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ReportDue.VIETNAM);
        return ReportDue.ofWhole(report, reports.pack(report))
                .filter(due -> due.daysLeft(today) < 0)
                .isPresent();
    }

    /** Freezes the report as it stands, unless anything does not fit; after its last day with why so late, and who agreed. */
    ChangeOutcome freeze(StoredReport report, int version, @Nullable LateApproval typed, SignedIn by) {
        if (!reports.inconsistencies(report).isEmpty()) {
            return ChangeOutcome.INCONSISTENT;
        }
        boolean late = late(report);
        if (late && typed == null) {
            return ChangeOutcome.LATE;
        }
        LateApproval stated = late ? typed : null;
        byte[] content = json.writeValueAsBytes(reports.content(report).late(stated));
        var seal = new StoredReport.Seal(sha256(content), clock.instant(), by.name());
        return change(
                store -> store.freeze(report.year(), version, content, seal, stated),
                report.year(),
                AnnualReportAction.FROZEN,
                PartApprovals.stated(stated, Map.of("hash", seal.hash())),
                null,
                by);
    }

    /** Opens a frozen report again, for a reason; its files are forgotten. */
    ChangeOutcome thaw(StoredReport report, int version, String reason, SignedIn by) {
        return change(
                store -> store.thaw(report.year(), version),
                report.year(),
                AnnualReportAction.THAWED,
                Map.of(),
                reason,
                by);
    }

    /** Binds the signed copy to the frozen report: from now on nothing of it changes. */
    ChangeOutcome sign(StoredReport report, int version, SignedCopy copy, SignedIn by) {
        var seal = new StoredReport.Seal(sha256(copy.content()), clock.instant(), by.name());
        return change(
                store -> store.sign(report.year(), version, copy, seal),
                report.year(),
                AnnualReportAction.SIGNED,
                Map.of("file", copy.name(), "hash", seal.hash()),
                null,
                by);
    }

    /** What was frozen, if the report is. */
    Optional<ReportContent> content(int year) {
        return store.content(year).map(bytes -> json.readValue(bytes, ReportContent.class));
    }

    private ChangeOutcome change(
            java.util.function.Predicate<ReportStore> change,
            int year,
            AnnualReportAction action,
            Map<String, @Nullable Object> after,
            @Nullable String reason,
            SignedIn by) {
        Boolean done = transactions.execute(_ -> {
            boolean changed = change.test(store);
            if (changed) {
                String id = Integer.toString(year);
                audit.record(
                        by,
                        AuditRecord.of(action, AnnualReports.OBJECT, id, id, Set.of())
                                .changed(Map.of(), after)
                                .because(reason));
            }
            return changed;
        });
        return Boolean.TRUE.equals(done) ? ChangeOutcome.DONE : ChangeOutcome.STALE;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
