package vn.chieng.api.annualreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** Annual reports for programs: what there is, and what the units within the scope report. */
@RestController
@RequestMapping("/api/v1/annual-reports")
final class AnnualReportController {
    private final ReportStore store;
    private final ReportLookup lookup;

    AnnualReportController(ReportStore store, ReportLookup lookup) {
        this.store = store;
        this.lookup = lookup;
    }

    /**
     * A report without its parts.
     *
     * @param frozenSha256 over the bytes that were frozen
     * @param files as {@code format-language}
     */
    public record Summary(
            int year,
            String pack,
            LocalDate from,
            LocalDate to,
            String state,
            @Nullable Instant frozenAt,
            @Nullable String frozenSha256,
            List<String> files) {}

    /** A report with the parts that the caller may see. */
    public record Detail(Summary report, List<Unit> units) {}

    /** What one unit reports; the words are those of form 08. */
    public record Unit(
            String organizationId,
            @Nullable Instant approvedAt,
            @Nullable LateApproval late,
            Counts counts,
            @Nullable LocalDate plannedFinish,
            List<ReportRow> systems) {}

    @GetMapping
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.NONE)
    List<Summary> list() {
        return store.list().stream().map(this::summary).toList();
    }

    @GetMapping("/{year}")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    Detail one(@PathVariable int year, SignedIn caller) {
        return new Detail(
                summary(lookup.report(year)),
                store.parts(year, caller.scope()).stream()
                        .map(AnnualReportController::unit)
                        .toList());
    }

    private Summary summary(StoredReport report) {
        StoredReport.Seal seal = report.frozen();
        return new Summary(
                report.year(),
                report.pack().toString(),
                report.first(),
                report.last(),
                report.state().code(),
                seal == null ? null : seal.at(),
                seal == null ? null : seal.hash(),
                store.files(report.year()));
    }

    private static Unit unit(StoredPart stored) {
        UnitPart part = stored.part();
        return new Unit(
                stored.organizationId(),
                stored.approvedAt(),
                stored.late(),
                part.counts(),
                part.plannedFinish(),
                part.rows());
    }
}
