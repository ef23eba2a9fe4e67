package vn.chieng.api.law;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.DayKind;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.days.TimeLimit;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Words;

/** Tries a time limit: from when, which one, and how the days are counted. */
@Controller
final class DuePages {
    private final CurrentLaw law;
    private final Clock clock;

    /** A day on the way; number zero was not counted. */
    record Line(
            LocalDate day,
            int number,
            DayKind kind,
            @Nullable Words name) {}

    DuePages(CurrentLaw law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/law/due")
    @Allowed(Permission.LAW_READ)
    String due(
            @RequestParam(required = false) @Nullable String pack,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String limit,
            Model model) {
        LocalDate today = LegalDay.today(clock);
        List<LawPack> packs = law.packs().all().stream()
                .filter(one -> law.packs()
                        .on(one.head().pack(), today)
                        .filter(one::equals)
                        .isPresent())
                .toList();
        LawPack chosen = packs.stream()
                .filter(one -> one.head().pack().equals(pack))
                .findFirst()
                .orElse(packs.getFirst());
        Optional<LocalDate> day = from == null ? Optional.of(today) : LegalDay.typed(from);
        model.addAttribute("packs", packs);
        model.addAttribute("chosen", chosen);
        model.addAttribute("from", from == null ? LegalDay.shown(today) : from);
        model.addAttribute("wrongDay", day.isEmpty());
        chosen.procedure().deadlines().stream()
                .filter(deadline -> limit == null || deadline.id().equals(limit))
                .findFirst()
                .ifPresent(deadline -> day.ifPresent(begin -> count(chosen, deadline, begin, model)));
        return "law/due";
    }

    private void count(LawPack chosen, Procedure.Deadline deadline, LocalDate begin, Model model) {
        model.addAttribute("deadline", deadline);
        HolidayCalendar calendar = law.calendar();
        Instant received =
                begin.atTime(LocalTime.NOON).atZone(chosen.head().days().zone()).toInstant();
        switch (new TimeLimit(calendar, chosen.head().days()).due(received, deadline, List.of())) {
            case DueDate.Due due -> {
                model.addAttribute("due", due);
                model.addAttribute(
                        "lines",
                        due.days().stream().map(day -> line(calendar, day)).toList());
            }
            case DueDate.OutsideCalendar outside -> model.addAttribute("outside", outside);
        }
    }

    private static Line line(HolidayCalendar calendar, DueDate.CountedDay counted) {
        Words name = counted.kind().worked()
                ? null
                : calendar.dayOff(counted.day()).map(CalendarFile.DayOff::name).orElse(null);
        return new Line(counted.day(), counted.number(), counted.kind(), name);
    }
}
