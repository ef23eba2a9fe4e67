package vn.chieng.api.annualreport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Reporting;

/**
 * By when a report or a part of it is due.
 *
 * @param lastDay the last day that is in time
 */
record ReportDue(LocalDate lastDay) {
    /** From so many days before its last day on, people are reminded of it. */
    static final int SOON = 14;

    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** How something stands against its last day. */
    enum Standing {
        AHEAD("quiet"),
        SOON("waiting"),
        OVERDUE("late"),
        DONE("good"),
        DONE_LATE("late");

        private final String tone;

        Standing(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** When units report: the first of the days that the pack sets for the report. */
    static Optional<ReportDue> ofUnits(StoredReport report, LawPack pack) {
        return days(pack).stream().min(Comparator.comparing(ReportDue::yearly)).map(date -> in(report.year(), date));
    }

    /** When the whole report is due: the last of them. */
    static Optional<ReportDue> ofWhole(StoredReport report, LawPack pack) {
        return days(pack).stream().max(Comparator.comparing(ReportDue::yearly)).map(date -> in(report.year(), date));
    }

    /** The days of the board that the provisions about the report's window set. */
    static List<Reporting.BoardDate> days(LawPack pack) {
        return pack.reporting().dates().stream()
                .filter(date -> date.yearly() != null && setByTheWindow(date, pack))
                .toList();
    }

    private static boolean setByTheWindow(Reporting.BoardDate date, LawPack pack) {
        return date.basis().cite().stream()
                .anyMatch(cite -> pack.reporting().windows().stream()
                        .flatMap(window -> window.basis().cite().stream())
                        .anyMatch(of -> of.instrument().equals(cite.instrument())
                                && Objects.equals(of.article(), cite.article())));
    }

    private static MonthDay yearly(Reporting.BoardDate date) {
        return Objects.requireNonNull(date.yearly());
    }

    /** What is due before a day is in time on the day before it. */
    private static ReportDue in(int year, Reporting.BoardDate date) {
        LocalDate day = yearly(date).atYear(year);
        return new ReportDue(date.before() ? day.minusDays(1) : day);
    }

    /** How many days are left; negative once it is late. */
    int daysLeft(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(today, lastDay);
    }

    Standing standing(LocalDate today, @Nullable Instant doneAt) {
        if (doneAt != null) {
            return LocalDate.ofInstant(doneAt, VIETNAM).isAfter(lastDay) ? Standing.DONE_LATE : Standing.DONE;
        }
        int left = daysLeft(today);
        return left < 0 ? Standing.OVERDUE : left <= SOON ? Standing.SOON : Standing.AHEAD;
    }
}
