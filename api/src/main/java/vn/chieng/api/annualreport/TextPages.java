package vn.chieng.api.annualreport;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.law.pack.RuleText;

/** The body text of a report by the sections of the pack, and what stands around it on paper. */
@Controller
final class TextPages {
    private final AnnualReports reports;
    private final ReportLookup lookup;

    TextPages(AnnualReports reports, ReportLookup lookup) {
        this.reports = reports;
        this.lookup = lookup;
    }

    @GetMapping("/annual-reports/{year}/text")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String edit(@PathVariable int year, Model model) {
        StoredReport report = lookup.report(year);
        return page(report, report.sections(), HeadForm.of(report.head()), List.of(), model);
    }

    @PostMapping("/annual-reports/{year}/text")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String save(
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            @ModelAttribute HeadForm head,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        StoredReport report = lookup.report(year);
        Map<String, String> sections = new LinkedHashMap<>();
        for (RuleText section : reports.pack(report).reporting().sections()) {
            sections.put(section.id(), Typed.text(typed.get(section.id())));
        }
        Optional<ReportHead> read = head.head();
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    report,
                    sections,
                    head,
                    List.of(new FieldProblem("date", lookup.word("annualreport.date.unreadable"))),
                    model);
        }
        if (reports.saveText(report, sections, read.get(), version, caller) == ChangeOutcome.DONE) {
            flash.addFlashAttribute("saved", true);
            return "redirect:/annual-reports/" + year;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
        return page(lookup.report(year), sections, head, List.of(), model);
    }

    private String page(
            StoredReport report, Map<String, String> sections, HeadForm head, List<FieldProblem> errors, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("sections", reports.pack(report).reporting().sections());
        model.addAttribute("texts", sections);
        model.addAttribute("head", head);
        model.addAttribute("errors", errors);
        model.addAttribute("crumbs", lookup.crumbs(report.year(), new Crumb("", lookup.word("annualreport.text"))));
        return "annualreport/text";
    }
}
