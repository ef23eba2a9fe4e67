package vn.chieng.cli.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.days.TimeLimit;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Counts a time limit day by day and says why a day does not count. */
public final class DueReport {
    private static final String DAY = "EEE dd/MM/yyyy";
    private static final String MOMENT = "EEE dd/MM/yyyy HH:mm";

    private final LawPack pack;
    private final HolidayCalendar calendar;
    private final Language language;
    private final Consumer<String> out;

    public DueReport(LawPack pack, HolidayCalendar calendar, Language language, Consumer<String> out) {
        this.pack = pack;
        this.calendar = calendar;
        this.language = language;
        this.out = out;
    }

    /** Whether there is a date; past the end of the calendar there is none. */
    public boolean print(Instant from, Procedure.Deadline deadline) {
        out.accept(language.say("level.pack", language.of(pack.head().title()), pack.version()));
        out.accept(language.say("due.calendar", calendar.name(), calendar.version()));
        out.accept(language.say(
                "due.limit",
                language.of(deadline.label()),
                String.valueOf(deadline.amount()),
                language.say("unit." + deadline.unit()),
                new CitationWords(pack, language).of(deadline.basis().cite())));
        out.accept(language.say("due.from", moment(from)));
        return switch (new TimeLimit(calendar, pack.head().days()).due(from, deadline, List.of())) {
            case DueDate.Due due -> {
                print(due);
                yield true;
            }
            case DueDate.OutsideCalendar(LocalDate day, String version) -> {
                out.accept(language.say("due.outside", day(day), version));
                yield false;
            }
        };
    }

    private void print(DueDate.Due due) {
        for (DueDate.CountedDay counted : due.days()) {
            out.accept("  " + day(counted.day()) + "  "
                    + (counted.number() > 0
                            ? language.say("due.counted", String.valueOf(counted.number()))
                            : language.say("due.skipped", reason(counted))));
        }
        out.accept(language.say("due.day", day(due.day()), moment(due.end())));
        for (DueDate.Escalation escalation : due.escalations()) {
            out.accept(language.say("due.escalation", String.valueOf(escalation.percent()), moment(escalation.at())));
        }
        for (CalendarFile.DayOff off : due.unconfirmed()) {
            out.accept(language.say(
                    "due.unconfirmed",
                    day(off.first()),
                    language.of(off.name()),
                    language.say("certainty." + off.certainty())));
        }
    }

    private String reason(DueDate.CountedDay counted) {
        String kind = language.say("day." + counted.kind());
        return calendar.dayOff(counted.day())
                .map(off -> kind + ": " + language.of(off.name()))
                .orElse(kind);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(DAY, language.locale()).format(day);
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(MOMENT, language.locale())
                .format(instant.atZone(pack.head().days().zone()));
    }
}
