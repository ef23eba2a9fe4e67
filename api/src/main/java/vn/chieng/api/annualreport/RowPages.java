package vn.chieng.api.annualreport;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import vn.chieng.law.pack.LawPack;

/** One row of a unit's part, cell by cell as the form has them. */
@Controller
final class RowPages {
    private final AnnualReports reports;
    private final ReportLookup lookup;
    private final InconsistencyWords words;

    RowPages(AnnualReports reports, ReportLookup lookup, InconsistencyWords words) {
        this.reports = reports;
        this.lookup = lookup;
        this.words = words;
    }

    @GetMapping("/annual-reports/{year}/units/{organizationId}/rows/{row}")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    String show(
            @PathVariable int year,
            @PathVariable String organizationId,
            @PathVariable int row,
            SignedIn caller,
            Model model) {
        StoredPart part = lookup.part(year, organizationId, caller);
        return page(part, row, RowForm.of(ReportLookup.row(part, row)), List.of(), caller, model);
    }

    private String page(
            StoredPart part, int row, RowForm form, List<FieldProblem> errors, SignedIn caller, Model model) {
        StoredReport report = lookup.report(part.year());
        LawPack pack = reports.pack(report);
        ReportRow current = ReportLookup.row(part, row);
        boolean open = report.state() == ReportState.OPEN;
        model.addAttribute("report", report);
        model.addAttribute("part", part);
        model.addAttribute("number", row);
        model.addAttribute("row", current);
        model.addAttribute("form", form);
        model.addAttribute("status", StatusWords.of(pack));
        model.addAttribute(
                "lines",
                open
                        ? reports.ownInconsistencies(report, part).stream()
                                .filter(found -> found.row() == row)
                                .map(found -> words.line(report, pack, found, ReportLookup.locale()))
                                .toList()
                        : List.of());
        model.addAttribute("mayEdit", open && caller.may(Permission.ANNUAL_REPORTS_EDIT));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "crumbs",
                lookup.crumbs(
                        part.year(), lookup.unit(part), new Crumb("", lookup.word("annualreport.row.named", row))));
        return "annualreport/row";
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/rows/{row}")
    @Allowed(value = Permission.ANNUAL_REPORTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String save(
            @PathVariable int year,
            @PathVariable String organizationId,
            @PathVariable int row,
            @RequestParam int version,
            @ModelAttribute RowForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        ReportRow before = ReportLookup.row(part, row);
        List<String> unreadable = form.unreadable();
        if (!unreadable.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String why = lookup.word("annualreport.date.unreadable");
            return page(
                    part,
                    row,
                    form,
                    unreadable.stream()
                            .map(field -> new FieldProblem(field, why))
                            .toList(),
                    caller,
                    model);
        }
        ChangeOutcome outcome = part.version() == version
                ? reports.saveRow(lookup.report(year), part, row - 1, form.row(before), caller)
                : ChangeOutcome.STALE;
        if (outcome == ChangeOutcome.DONE) {
            flash.addFlashAttribute("saved", true);
            return "redirect:/annual-reports/" + year + "/units/" + organizationId + "/rows/" + row;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
        return page(lookup.part(year, organizationId, caller), row, form, List.of(), caller, model);
    }

    @PostMapping("/annual-reports/{year}/units/{organizationId}/rows/{row}/remove")
    @Allowed(value = Permission.ANNUAL_REPORTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable int year,
            @PathVariable String organizationId,
            @PathVariable int row,
            @RequestParam int version,
            SignedIn caller,
            RedirectAttributes flash) {
        StoredPart part = lookup.part(year, organizationId, caller);
        ReportLookup.row(part, row);
        boolean done = part.version() == version
                && reports.removeRow(lookup.report(year), part, row - 1, caller) == ChangeOutcome.DONE;
        flash.addFlashAttribute(done ? "saved" : "problem", done ? true : ChangeOutcome.STALE.code());
        return "redirect:/annual-reports/" + year + "/units/" + organizationId;
    }
}
