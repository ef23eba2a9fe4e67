package vn.chieng.law.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.Words;

class CalendarTextTest {
    private static final CalendarFile SHIPPED = TestPacks.calendar().file();
    private static final CalendarFile.DayOff STORM = new CalendarFile.DayOff(
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2026, 12, 2),
            new Words("Nghỉ \"bão\"", "Storm"),
            CalendarFile.Kind.HOLIDAY,
            CalendarFile.Certainty.CONFIRMED);

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        assertThat(read(SHIPPED)).isEqualTo(SHIPPED);
        assertThat(read(SHIPPED.with(STORM).versioned("2026-11-22.9")).daysOff())
                .contains(STORM);
    }

    @Test
    void aDayIsAddedOnceAndTakenAway() {
        CalendarFile with = SHIPPED.with(STORM).with(STORM);
        assertThat(with.daysOff()).hasSize(SHIPPED.daysOff().size() + 1);
        assertThat(new HolidayCalendar(with).worked(LocalDate.of(2026, 12, 2))).isFalse();
        assertThat(with.without(STORM.first())).isEqualTo(SHIPPED);
    }

    @Test
    void aWeekendDayIsWorkedInExchange() {
        var swap = new CalendarFile.WorkingSwap(
                LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 1), CalendarFile.Certainty.CONFIRMED);
        CalendarFile with = SHIPPED.with(swap);
        assertThat(new HolidayCalendar(with).kind(LocalDate.of(2026, 12, 5))).isEqualTo(DayKind.SWAPPED_TO_WORK);
        assertThat(with.without(swap.date())).isEqualTo(SHIPPED);
    }

    @Test
    void oneDayIsNotOffForTwoReasons() {
        CalendarFile with = SHIPPED.with(STORM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with.with(new CalendarFile.DayOff(
                        LocalDate.of(2026, 12, 2), null, STORM.name(), STORM.kind(), STORM.certainty())))
                .withMessageContaining("off twice");
    }

    private static CalendarFile read(CalendarFile file) {
        byte[] text = CalendarText.write(file).getBytes(StandardCharsets.UTF_8);
        CalendarReading reading = CalendarReading.read("calendar", text);
        assertThat(reading).isInstanceOf(CalendarReading.Accepted.class);
        return ((CalendarReading.Accepted) reading).calendar().file();
    }
}
