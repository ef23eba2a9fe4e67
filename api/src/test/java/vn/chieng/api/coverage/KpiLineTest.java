package vn.chieng.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KpiLineTest {
    private static MonthCount month(int month, int operating, @Nullable Integer approved) {
        return new MonthCount(LocalDate.of(2026, month, 1), operating, operating, operating, approved, 0);
    }

    @Test
    void sharesRiseTowardsTheTopOverTheWholeWidth() {
        KpiLine line = KpiLine.of(List.of(month(1, 10, 0), month(2, 10, 5), month(3, 10, 10)));
        assertThat(line.points())
                .containsExactly(
                        new KpiLine.Point(40, 136, 0), new KpiLine.Point(334, 74, 50), new KpiLine.Point(628, 12, 100));
        assertThat(line.lines()).containsExactly("40,136 334,74 628,12");
    }

    @Test
    void aMonthOfWhichNothingIsKnownBreaksTheLine() {
        KpiLine line =
                KpiLine.of(List.of(month(1, 4, 1), month(2, 4, 2), month(3, 4, null), month(4, 4, 3), month(5, 0, 0)));
        assertThat(line.points()).extracting(KpiLine.Point::share).containsExactly(25, 50, 75);
        assertThat(line.lines()).as("a single month is a point, no line").hasSize(1);
    }

    @Test
    void aSingleMonthStandsInTheMiddle() {
        assertThat(KpiLine.of(List.of(month(1, 3, 2))).points()).containsExactly(new KpiLine.Point(334, 55, 66));
        assertThat(KpiLine.of(List.of()).points()).isEmpty();
    }
}
