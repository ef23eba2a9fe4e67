package vn.chieng.api.law;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.spreadsheets.SheetIssue;
import vn.chieng.api.spreadsheets.SheetLimits;
import vn.chieng.api.spreadsheets.SheetReader;
import vn.chieng.api.spreadsheets.SheetReading;
import vn.chieng.law.days.CalendarText;

/** The legal calendar: a year of it, its changes with reasons, its import from an official list. */
@Controller
final class CalendarPages {
    static final String IMPORT = "/law/calendar/import";

    private static final SheetLimits LIMITS = new SheetLimits(500, 12, 300);

    private final CurrentLaw law;
    private final CalendarEditor editor;
    private final CalendarModel details;
    private final Clock clock;

    CalendarPages(CurrentLaw law, CalendarEditor editor, CalendarModel details, Clock clock) {
        this.law = law;
        this.editor = editor;
        this.details = details;
        this.clock = clock;
    }

    /** What every change of the calendar brings along. */
    record Sent(
            @Nullable String version,
            @Nullable String reason,
            @Nullable Integer year) {}

    @GetMapping("/law/calendar")
    @Allowed(Permission.LAW_READ)
    String year(@RequestParam(required = false) @Nullable Integer year, SignedIn caller, Model model) {
        return details.page(year, caller, model);
    }

    @GetMapping("/law/calendar.yml")
    @Allowed(Permission.LAW_READ)
    ResponseEntity<byte[]> file() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.yml\"")
                .body(CalendarText.write(law.calendar().file()).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/law/calendar/days")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String add(
            @ModelAttribute CalendarForm form,
            @ModelAttribute Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("form", form);
        return switch (form.read()) {
            case CalendarForm.Read.Wrong(CalendarProblem problem) ->
                refused(List.of(problem), sent, caller, model, response);
            case CalendarForm.Read.Change(CalendarChange change) ->
                changed(List.of(new CalendarEditor.Asked(0, change)), sent, caller, model, response, flash);
        };
    }

    @PostMapping("/law/calendar/removals")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String remove(
            @RequestParam(required = false) @Nullable String first,
            @ModelAttribute Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return LegalDay.typed(first)
                .map(day -> changed(
                        List.of(new CalendarEditor.Asked(0, new CalendarChange.Away(day))),
                        sent,
                        caller,
                        model,
                        response,
                        flash))
                .orElseGet(() -> refused(
                        List.of(CalendarProblem.of("first", CalendarProblem.Reason.DATE_UNREADABLE, "")),
                        sent,
                        caller,
                        model,
                        response));
    }

    @PostMapping("/law/calendar/years")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String further(
            @ModelAttribute Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var change = new CalendarChange.Further(LegalDay.today(clock));
        return changed(List.of(new CalendarEditor.Asked(0, change)), sent, caller, model, response, flash);
    }

    /** Where a file that is too large ends. */
    @GetMapping(IMPORT)
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String tooLarge(SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        return details.wrong(
                List.of(CalendarProblem.of(
                        "file", CalendarProblem.Reason.FILE_TOO_LARGE, SheetLimits.MOST_BYTES / (1024 * 1024))),
                null,
                caller,
                model);
    }

    @PostMapping(IMPORT)
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String imported(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        SheetReading reading = new SheetReader(LIMITS).read(file == null ? new byte[0] : file.getBytes());
        return switch (reading) {
            case SheetReading.Refused(List<SheetIssue> issues) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield details.unreadable(issues, sent.year(), caller, model);
            }
            case SheetReading.Accepted(Sheet sheet) -> imported(sheet, sent, caller, model, response, flash);
        };
    }

    private String imported(
            Sheet sheet,
            Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        List<CalendarEditor.Asked> asked = new ArrayList<>();
        List<CalendarProblem> wrong = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            switch (form(row).read()) {
                case CalendarForm.Read.Change(CalendarChange change) ->
                    asked.add(new CalendarEditor.Asked(row.number(), change));
                case CalendarForm.Read.Wrong(CalendarProblem problem) -> wrong.add(problem.at(row.number()));
            }
        }
        return wrong.isEmpty()
                ? changed(asked, sent, caller, model, response, flash)
                : refused(wrong, sent, caller, model, response);
    }

    private static CalendarForm form(Sheet.Row row) {
        return new CalendarForm(
                row.cell("first"),
                row.cell("last"),
                row.cell("name_vi"),
                row.cell("name_en"),
                row.cell("kind"),
                row.cell("certainty"),
                row.cell("instead_of"));
    }

    private String changed(
            List<CalendarEditor.Asked> changes,
            Sent sent,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String reason = sent.reason();
        if (reason == null || reason.isBlank() || reason.length() > NewDraft.MOST_SUMMARY) {
            return refused(
                    List.of(CalendarProblem.of("reason", CalendarProblem.Reason.REASON_MISSING)),
                    sent,
                    caller,
                    model,
                    response);
        }
        return switch (editor.change(String.valueOf(sent.version()), changes, reason.strip(), caller)) {
            case CalendarOutcome.Done _ -> {
                flash.addFlashAttribute("saved", true);
                yield "redirect:/law/calendar" + (sent.year() == null ? "" : "?year=" + sent.year());
            }
            case CalendarOutcome.Stale _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("stale", true);
                yield details.page(sent.year(), caller, model);
            }
            case CalendarOutcome.Refused(List<CalendarProblem> problems) ->
                refused(problems, sent, caller, model, response);
        };
    }

    private String refused(
            List<CalendarProblem> problems, Sent sent, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("reason", sent.reason());
        return details.wrong(problems, sent.year(), caller, model);
    }
}
