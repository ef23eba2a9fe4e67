package vn.chieng.api.annualreport;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.law.pack.LawPack;

/** The reports by year, and the page of one: its units, what does not fit, how it is frozen and signed. */
@Controller
final class ReportPages {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int MOST_LINES = 200;
    private static final int FIRST_YEAR = 2026;
    private static final int YEARS_AHEAD = 1;

    private final ReportStore store;
    private final AnnualReports reports;
    private final FrozenReports frozen;
    private final ReportFiles files;
    private final ReportLookup lookup;
    private final InconsistencyWords words;
    private final Clock clock;

    ReportPages(
            ReportStore store,
            AnnualReports reports,
            FrozenReports frozen,
            ReportFiles files,
            ReportLookup lookup,
            InconsistencyWords words,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.frozen = frozen;
        this.files = files;
        this.lookup = lookup;
        this.words = words;
        this.clock = clock;
    }

    /** A unit of the list with how much of it does not fit. */
    record UnitLine(StoredPart part, Counts counted, int wrong, ReportDue.@Nullable Standing due) {}

    @GetMapping("/annual-reports")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(SignedIn caller, Model model) {
        List<StoredReport> all = store.list();
        Map<Integer, Long> approved = new HashMap<>();
        Map<Integer, Integer> units = new HashMap<>();
        for (StoredReport report : all) {
            List<StoredPart> parts = store.parts(report.year(), caller.scope());
            units.put(report.year(), parts.size());
            approved.put(
                    report.year(), parts.stream().filter(StoredPart::approved).count());
        }
        model.addAttribute("reports", all);
        model.addAttribute("units", units);
        model.addAttribute("approved", approved);
        model.addAttribute("mayOpen", ReportLookup.mayPublish(caller));
        if (!model.containsAttribute("year")) {
            model.addAttribute("year", today().getYear());
        }
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", List.of());
        }
        return "annualreport/list";
    }

    @PostMapping("/annual-reports")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String open(
            @RequestParam(defaultValue = "0") int year, SignedIn caller, Model model, HttpServletResponse response) {
        if (year >= FIRST_YEAR && year <= today().getYear() + YEARS_AHEAD && reports.open(year, caller)) {
            return "redirect:/annual-reports/" + year;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("year", year);
        model.addAttribute(
                "errors", List.of(new FieldProblem("year", lookup.word("annualreport.open.refused", FIRST_YEAR))));
        return list(caller, model);
    }

    @GetMapping("/annual-reports/{year}")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    String show(
            @PathVariable int year,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        response.addHeader("Vary", "HX-Target");
        StoredReport report = lookup.report(year);
        LawPack pack = reports.pack(report);
        List<StoredPart> parts = store.parts(year, caller.scope());
        boolean publisher = ReportLookup.mayPublish(caller);
        Map<String, List<Inconsistency>> own =
                report.state() == ReportState.OPEN ? reports.ownInconsistencies(report, parts) : Map.of();
        StatusWords status = StatusWords.of(pack);
        List<UnitLine> units = new ArrayList<>();
        Optional<ReportDue> due = ReportDue.ofUnits(report, pack);
        for (StoredPart part : parts) {
            units.add(new UnitLine(
                    part,
                    Counts.of(part.part().rows(), status),
                    own.getOrDefault(part.organizationId(), List.of()).size(),
                    due.map(day -> day.standing(today(), part.approvedAt())).orElse(null)));
        }
        model.addAttribute("report", report);
        model.addAttribute("units", units);
        model.addAttribute(
                "counts", units.stream().map(UnitLine::counted).reduce(new Counts(0, 0, 0, 0, 0, 0), Counts::plus));
        due(report, pack, model);
        model.addAttribute("publisher", publisher);
        model.addAttribute("dates", ReportDue.days(pack));
        model.addAttribute("packTitle", pack.head().title());
        model.addAttribute("crumbs", lookup.crumbs(year));
        wrong(report, pack, publisher, own, model);
        model.addAttribute("files", store.files(year));
        model.addAttribute("progress", files.progress(year).orElse(null));
        return "making".equals(target) ? "annualreport/detail :: making" : "annualreport/detail";
    }

    private void due(StoredReport report, LawPack pack, Model model) {
        model.addAttribute("late", frozen.late(report));
        StoredReport.Seal signed = report.signed();
        model.addAttribute("wholeDue", ReportDue.ofWhole(report, pack).orElse(null));
        model.addAttribute(
                "standing",
                ReportDue.ofWhole(report, pack)
                        .map(day -> day.standing(today(), signed == null ? null : signed.at()))
                        .orElse(null));
    }

    private void wrong(
            StoredReport report, LawPack pack, boolean publisher, Map<String, List<Inconsistency>> own, Model model) {
        List<Inconsistency> found = report.state() != ReportState.OPEN
                ? List.of()
                : publisher
                        ? reports.inconsistencies(report)
                        : own.values().stream().flatMap(List::stream).toList();
        model.addAttribute("wrong", found.size());
        model.addAttribute(
                "lines",
                found.stream()
                        .limit(MOST_LINES)
                        .map(each -> words.line(report, pack, each, ReportLookup.locale()))
                        .toList());
    }

    @PostMapping("/annual-reports/{year}/units")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String addUnits(@PathVariable int year, SignedIn caller) {
        StoredReport report = lookup.report(year);
        if (report.state() == ReportState.OPEN) {
            reports.addMissingParts(report, caller);
        }
        return "redirect:/annual-reports/" + year;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }
}
