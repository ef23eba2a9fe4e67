package vn.chieng.api.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.spreadsheets.SheetIssue;
import vn.chieng.api.spreadsheets.SheetWords;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.HolidayCalendar;

/** What the page of the calendar shows. */
@Component
final class CalendarModel {
    private static final int MOST_VERSIONS = 20;

    private final CurrentLaw law;
    private final StoredLaw stored;
    private final SheetWords sheetWords;
    private final MessageSource messages;
    private final Clock clock;

    CalendarModel(CurrentLaw law, StoredLaw stored, SheetWords sheetWords, MessageSource messages, Clock clock) {
        this.law = law;
        this.stored = stored;
        this.sheetWords = sheetWords;
        this.messages = messages;
        this.clock = clock;
    }

    String page(@Nullable Integer asked, SignedIn caller, Model model) {
        HolidayCalendar calendar = law.calendar();
        CalendarFile file = calendar.file();
        LocalDate today = LegalDay.today(clock);
        int first = file.coversFrom().getYear();
        int last = file.coversTo().getYear();
        int year = Math.clamp(asked == null ? today.getYear() : asked, first, last);
        model.addAttribute("calendar", file);
        model.addAttribute("shownYear", CalendarYear.of(calendar, year, today));
        model.addAttribute("years", IntStream.rangeClosed(first, last).boxed().toList());
        model.addAttribute(
                "daysOff",
                file.daysOff().stream()
                        .filter(day -> day.first().getYear() == year)
                        .toList());
        model.addAttribute(
                "swaps",
                file.workingSwaps().stream()
                        .filter(swap -> swap.date().getYear() == year)
                        .toList());
        model.addAttribute("history", stored.calendars(MOST_VERSIONS));
        model.addAttribute("kinds", CalendarForm.kinds());
        model.addAttribute("certainties", CalendarFile.Certainty.values());
        model.addAttribute("mayEdit", caller.may(Permission.LAW_EDIT));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new CalendarForm(null, null, null, null, "holiday", "confirmed", null));
        }
        model.addAttribute(
                "crumbs", List.of(new Crumb("/law", word("law.packs")), new Crumb("", word("law.calendar"))));
        return "law/calendar";
    }

    String wrong(List<CalendarProblem> problems, @Nullable Integer year, SignedIn caller, Model model) {
        model.addAttribute(
                "errors",
                problems.stream()
                        .map(problem -> new FieldProblem(problem.row() > 0 ? "file" : problem.field(), text(problem)))
                        .toList());
        return page(year, caller, model);
    }

    String unreadable(List<SheetIssue> issues, @Nullable Integer year, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                "errors",
                issues.stream()
                        .map(issue -> new FieldProblem("file", sheetWords.of(issue, locale)))
                        .toList());
        return page(year, caller, model);
    }

    private String text(CalendarProblem problem) {
        Locale locale = LocaleContextHolder.getLocale();
        String text = messages.getMessage(
                "law.calendar.problem." + problem.reason().code(),
                problem.arguments().toArray(),
                locale);
        return problem.row() == 0
                ? text
                : messages.getMessage("law.calendar.row", new Object[] {String.valueOf(problem.row()), text}, locale);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
