package vn.chieng.api.annualreport;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.law.pack.LawPack;

/** The part of one unit: its rows, its figures, what does not fit, and its approval. */
@Controller
final class PartPages {
    private final AnnualReports reports;
    private final PartApprovals approvals;
    private final ReportLookup lookup;
    private final InconsistencyWords words;
    private final Clock clock;

    PartPages(
            AnnualReports reports,
            PartApprovals approvals,
            ReportLookup lookup,
            InconsistencyWords words,
            Clock clock) {
        this.reports = reports;
        this.approvals = approvals;
        this.lookup = lookup;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/annual-reports/{year}/units/{organizationId}")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    String show(@PathVariable int year, @PathVariable String organizationId, SignedIn caller, Model model) {
        StoredPart part = lookup.part(year, organizationId, caller);
        return page(part, FiguresForm.of(part.part()), List.of(), caller, model);
    }

    private String page(StoredPart part, FiguresForm figures, List<FieldProblem> errors, SignedIn caller, Model model) {
        StoredReport report = lookup.report(part.year());
        LawPack pack = reports.pack(report);
        boolean open = report.state() == ReportState.OPEN;
        List<Inconsistency> found = open ? reports.ownInconsistencies(report, part) : List.of();
        model.addAttribute("report", report);
        model.addAttribute("part", part);
        model.addAttribute("counted", Counts.of(part.part().rows(), StatusWords.of(pack)));
        model.addAttribute("figures", figures);
        Optional<ReportDue> due = ReportDue.ofUnits(report, pack);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ReportDue.VIETNAM);
        model.addAttribute("unitsDue", due.orElse(null));
        model.addAttribute(
                "standing",
                due.map(day -> day.standing(today, part.approvedAt())).orElse(null));
        model.addAttribute(
                "lines",
                found.stream()
                        .map(each -> words.line(report, pack, each, ReportLookup.locale()))
                        .toList());
        model.addAttribute(
                "wrongCounts",
                found.stream().collect(Collectors.groupingBy(Inconsistency::row, Collectors.counting())));
        model.addAttribute("mayEdit", open && caller.may(Permission.ANNUAL_REPORTS_EDIT));
        model.addAttribute("mayApprove", open && caller.may(Permission.ANNUAL_REPORTS_APPROVE));
        model.addAttribute("late", open && approvals.late(report));
        model.addAttribute("errors", errors);
        model.addAttribute("crumbs", lookup.crumbs(part.year(), lookup.unit(part)));
        return "annualreport/unit";
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/figures")
    @Allowed(value = Permission.ANNUAL_REPORTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String saveFigures(
            @PathVariable int year,
            @PathVariable String organizationId,
            @RequestParam int version,
            @ModelAttribute FiguresForm figures,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        if (figures.finishUnreadable()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    part,
                    figures,
                    List.of(new FieldProblem("finish", lookup.word("annualreport.date.unreadable"))),
                    caller,
                    model);
        }
        ChangeOutcome outcome = part.version() == version
                ? reports.saveFigures(
                        lookup.report(year),
                        part,
                        figures.counts(),
                        Typed.day(figures.finish()).orElse(null),
                        caller)
                : ChangeOutcome.STALE;
        if (outcome == ChangeOutcome.DONE) {
            flash.addFlashAttribute("saved", true);
            return back(part);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
        return page(lookup.part(year, organizationId, caller), figures, List.of(), caller, model);
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/refill")
    @Allowed(value = Permission.ANNUAL_REPORTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String refill(
            @PathVariable int year,
            @PathVariable String organizationId,
            @RequestParam int version,
            SignedIn caller,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        return told(
                part,
                part.version() == version ? reports.refill(lookup.report(year), part, caller) : ChangeOutcome.STALE,
                flash);
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/approve")
    @Allowed(value = Permission.ANNUAL_REPORTS_APPROVE, scope = Allowed.ScopeRule.QUERY)
    String approve(
            @PathVariable int year,
            @PathVariable String organizationId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String lateReason,
            @RequestParam(defaultValue = "") String lateApprover,
            SignedIn caller,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        LateApproval late = LateApproval.typed(lateReason, lateApprover);
        return told(
                part,
                part.version() == version
                        ? approvals.approve(lookup.report(year), part, late, caller)
                        : ChangeOutcome.STALE,
                flash);
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/withdraw")
    @Allowed(value = Permission.ANNUAL_REPORTS_APPROVE, scope = Allowed.ScopeRule.QUERY)
    String withdraw(
            @PathVariable int year,
            @PathVariable String organizationId,
            @RequestParam int version,
            SignedIn caller,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        return told(
                part,
                part.version() == version ? approvals.withdraw(lookup.report(year), part, caller) : ChangeOutcome.STALE,
                flash);
    }

    private static String told(StoredPart part, ChangeOutcome outcome, RedirectAttributes flash) {
        if (outcome == ChangeOutcome.DONE) {
            flash.addFlashAttribute("saved", true);
        } else {
            flash.addFlashAttribute("problem", outcome.code());
        }
        return back(part);
    }

    private static String back(StoredPart part) {
        return "redirect:/annual-reports/" + part.year() + "/units/" + part.organizationId();
    }
}
