package vn.chieng.law.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Words;

class TimeLimitTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");
    private static final PackHead.DayRules RULES = PACK.head().days();
    private static final ZoneId ZONE = ZoneId.of("+07:00");
    private static final HolidayCalendar CALENDAR = TestPacks.calendar();

    record Case(String name, String received, String deadline, String day, int skipped) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(TestPacks.cases("due-dates.json", Case[].class));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void workingDaysSkipWeekendsHolidaysAndExchangedDays(Case given) {
        Procedure.Deadline deadline =
                (Procedure.Deadline) PACK.rule(given.deadline()).orElseThrow();
        DueDate.Due due = due(new TimeLimit(CALENDAR, RULES)
                .due(OffsetDateTime.parse(given.received()).toInstant(), deadline, List.of()));
        LocalDate day = LocalDate.parse(given.day());
        assertThat(due.day()).isEqualTo(day);
        assertThat(due.end()).isEqualTo(day.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(due.days().stream().filter(counted -> counted.number() == 0)).hasSize(given.skipped());
        assertThat(due.days().stream().map(DueDate.CountedDay::number).filter(number -> number > 0))
                .hasSize(deadline.amount());
    }

    @Test
    void escalatesAtTheBeginningOfTheDayOnWhichTheShareIsUsedUp() {
        Instant received =
                OffsetDateTime.parse("2026-11-30T09:00:00+07:00").toInstant(); // a Monday; day one is Tuesday
        DueDate.Due due = due(new TimeLimit(CALENDAR, RULES).due(received, 5, Procedure.Unit.WORKING_DAYS, List.of()));
        assertThat(due.escalations())
                .containsExactly(
                        new DueDate.Escalation(50, start("2026-12-03")),
                        new DueDate.Escalation(80, start("2026-12-07")),
                        new DueDate.Escalation(100, start("2026-12-08")));
        assertThat(due.day()).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void namesProposedDaysThatItDidNotCountAsOff() {
        Instant received = OffsetDateTime.parse("2026-11-19T16:00:00+07:00").toInstant();
        DueDate.Due due = due(new TimeLimit(CALENDAR, RULES).due(received, 5, Procedure.Unit.WORKING_DAYS, List.of()));
        assertThat(due.unconfirmed())
                .extracting(CalendarFile.DayOff::first)
                .containsExactly(LocalDate.of(2026, 11, 24));
    }

    @Test
    void beyondTheCalendarThereIsNoDateButAReason() {
        Instant received = OffsetDateTime.parse("2030-12-26T10:00:00+07:00").toInstant();
        assertThat(new TimeLimit(CALENDAR, RULES).due(received, 15, Procedure.Unit.WORKING_DAYS, List.of()))
                .isEqualTo(new DueDate.OutsideCalendar(LocalDate.of(2031, 1, 1), CALENDAR.version()));
    }

    @Test
    void hoursAreRealHours() {
        Instant received = OffsetDateTime.parse("2026-02-13T17:00:00+07:00").toInstant();
        DueDate.Due due = due(new TimeLimit(CALENDAR, RULES).due(received, 72, Procedure.Unit.HOURS, List.of()));
        assertThat(due.end())
                .isEqualTo(OffsetDateTime.parse("2026-02-16T17:00:00+07:00").toInstant());
    }

    @Test
    void calendarDaysThatEndOnADayOffMoveToTheNextWorkingDay() {
        Instant received = OffsetDateTime.parse("2026-02-02T10:00:00+07:00").toInstant();
        DueDate.Due due =
                due(new TimeLimit(CALENDAR, RULES).due(received, 15, Procedure.Unit.CALENDAR_DAYS, List.of()));
        assertThat(due.day()).isEqualTo(LocalDate.of(2026, 2, 23));
        DueDate.Due stays = due(new TimeLimit(CALENDAR, rules(PackHead.FirstDay.DAY_AFTER_RECEIPT, false))
                .due(received, 15, Procedure.Unit.CALENDAR_DAYS, List.of()));
        assertThat(stays.day()).isEqualTo(LocalDate.of(2026, 2, 17));
    }

    @Test
    void pausesCountOnlyWhereThePackSaysSo() {
        Instant received = OffsetDateTime.parse("2026-11-30T09:00:00+07:00").toInstant();
        List<DueDate.Pause> pause = List.of(new DueDate.Pause(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3)));
        assertThat(due(new TimeLimit(CALENDAR, RULES).due(received, 3, Procedure.Unit.WORKING_DAYS, pause))
                        .day())
                .isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(due(new TimeLimit(CALENDAR, rules(PackHead.FirstDay.DAY_AFTER_RECEIPT, true))
                                .due(received, 3, Procedure.Unit.WORKING_DAYS, pause))
                        .day())
                .isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void agreesWithADayByDayOracleOverRandomCalendars() {
        Random random = new Random(20261122);
        int dated = 0;
        for (int round = 0; round < 20_000; round++) {
            World world = World.random(random);
            PackHead.FirstDay first =
                    random.nextBoolean() ? PackHead.FirstDay.DAY_AFTER_RECEIPT : PackHead.FirstDay.DAY_OF_RECEIPT;
            boolean pausing = random.nextBoolean();
            Instant received = world.from
                    .plusDays(random.nextInt(365))
                    .atTime(random.nextInt(24), 30)
                    .atZone(ZONE)
                    .toInstant();
            int amount = random.nextInt(60);
            List<DueDate.Pause> pauses = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                LocalDate begin = world.from.plusDays(random.nextInt(300));
                pauses.add(new DueDate.Pause(begin, begin.plusDays(random.nextInt(12))));
            }
            DueDate due = new TimeLimit(world.calendar(), rules(first, pausing))
                    .due(received, amount, Procedure.Unit.WORKING_DAYS, pauses);
            LocalDate expected = world.oracle(received, amount, first, pausing ? pauses : List.of());
            if (due instanceof DueDate.Due found) {
                assertThat(found.day()).as("round %d", round).isEqualTo(expected);
                assertThat(found.escalations())
                        .isSortedAccordingTo(java.util.Comparator.comparing(DueDate.Escalation::at));
                dated++;
            } else {
                assertThat(expected).as("round %d", round).isAfter(world.to);
            }
        }
        assertThat(dated).isGreaterThan(15_000);
    }

    /** A year of random days, and an answer by going through them one after the other. */
    private record World(
            LocalDate from, LocalDate to, Set<DayOfWeek> weekend, Set<LocalDate> off, Set<LocalDate> worked) {
        static World random(Random random) {
            LocalDate from = LocalDate.of(2026 + random.nextInt(5), 1, 1);
            LocalDate to = from.plusDays(424);
            Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
            for (int i = random.nextInt(3); i > 0; i--) {
                weekend.add(DayOfWeek.of(1 + random.nextInt(7)));
            }
            Set<LocalDate> off = new HashSet<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                off.add(from.plusDays(random.nextInt(424)));
            }
            Set<LocalDate> worked = new HashSet<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                LocalDate day = from.plusDays(random.nextInt(424));
                if (weekend.contains(day.getDayOfWeek()) && !off.contains(day)) {
                    worked.add(day);
                }
            }
            return new World(from, to, weekend, off, worked);
        }

        HolidayCalendar calendar() {
            Words name = new Words("nghỉ", "off");
            return new HolidayCalendar(new CalendarFile(
                    1,
                    "X",
                    "1",
                    from,
                    to,
                    List.copyOf(weekend),
                    off.stream()
                            .map(day -> new CalendarFile.DayOff(
                                    day, null, name, CalendarFile.Kind.HOLIDAY, CalendarFile.Certainty.CONFIRMED))
                            .toList(),
                    worked.stream()
                            .map(day -> new CalendarFile.WorkingSwap(day, day, CalendarFile.Certainty.CONFIRMED))
                            .toList()));
        }

        LocalDate oracle(Instant received, int amount, PackHead.FirstDay first, List<DueDate.Pause> pauses) {
            LocalDate day = received.atZone(ZONE).toLocalDate();
            if (amount == 0) {
                return day;
            }
            int left = amount;
            boolean today = first == PackHead.FirstDay.DAY_OF_RECEIPT;
            while (true) {
                if (today && works(day, pauses) && --left == 0) {
                    return day;
                }
                today = true;
                day = day.plusDays(1);
                if (day.isAfter(to.plusYears(2))) {
                    return day;
                }
            }
        }

        private boolean works(LocalDate day, List<DueDate.Pause> pauses) {
            for (DueDate.Pause pause : pauses) {
                if (day.compareTo(pause.first()) >= 0 && day.compareTo(pause.last()) <= 0) {
                    return false;
                }
            }
            return worked.contains(day) || (!weekend.contains(day.getDayOfWeek()) && !off.contains(day));
        }
    }

    private static PackHead.DayRules rules(PackHead.FirstDay first, boolean pausing) {
        return new PackHead.DayRules(
                RULES.basis(), ZONE, first, pausing, true, PackHead.EndOnDayOff.STAYS, List.of(50, 80, 100));
    }

    private static DueDate.Due due(DueDate date) {
        assertThat(date).isInstanceOf(DueDate.Due.class);
        return (DueDate.Due) date;
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }
}
