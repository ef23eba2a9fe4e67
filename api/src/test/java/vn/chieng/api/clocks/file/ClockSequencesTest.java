package vn.chieng.api.clocks.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.law.ShippedLaw;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.IncidentClocks;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** A hundred thousand random sequences of the shipped law's clocks against arithmetic by hand: no wrong due time, no warning lost or repeated. */
class ClockSequencesTest {
    private static final int SEQUENCES = 100_000;
    private static final int LENGTH = 10;
    private static final IncidentClocks LAW = new IncidentClocks(pack(), calendar());
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void everySequenceEndsAsTheOracleSays() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            new ClockRun(LAW, seed).run(LENGTH);
        }
    }

    @Test
    void longSequencesDoToo() {
        for (long seed = 0; seed < SEQUENCES / 200; seed++) {
            new ClockRun(LAW, -1 - seed).run(LENGTH * 20);
        }
    }

    @Test
    void aWarningGivenIsNotGivenAgainWhenTheSystemClockJumpsBack() {
        ClockFile file = ClockFile.EMPTY.judged(duties(NOW), NOW).file();
        Instant later = NOW.plusSeconds(31 * 60);
        assertThat(file.pending(later))
                .extracting(each -> each.warning().percent())
                .containsExactly(50);
        ClockFile warned = file.warned("CNB", 50, later);
        assertThat(warned.judged(duties(NOW), NOW).file().pending(later)).isEmpty();
    }

    @Test
    void aDueTimeMovedIntoTheFutureIsWarnedOfAgainAndOneMovedIntoThePastIsNot() {
        ClockFile file = ClockFile.EMPTY.judged(duties(NOW), NOW).file();
        Instant later = NOW.plusSeconds(31 * 60);
        ClockFile warned = file.warned("CNB", 50, later);
        ClockFile delayed = warned.judged(duties(NOW.plusSeconds(1800)), later).file();
        assertThat(delayed.pending(later)).isEmpty();
        assertThat(delayed.pending(NOW.plusSeconds(61 * 60)))
                .extracting(each -> each.warning().percent())
                .containsExactly(50);
        assertThat(warned.judged(duties(NOW.minusSeconds(600)), later).file().pending(later))
                .extracting(each -> each.warning().percent())
                .doesNotContain(50);
    }

    private static List<ClockState.Running> duties(Instant detected) {
        Facts facts = Facts.NONE.with("confirmed", new Fact.Flag(true));
        return LAW.clocks(facts, Map.of("detection", Moment.of(detected)), Set.of()).stream()
                .filter(ClockState.Running.class::isInstance)
                .map(ClockState.Running.class::cast)
                .filter(running -> running.clock().id().equals("CNB"))
                .toList();
    }

    private static LawPack pack() {
        return ShippedLaw.packs().stream()
                .map(PackReader::read)
                .filter(PackReading.Accepted.class::isInstance)
                .map(read -> ((PackReading.Accepted) read).pack())
                .filter(pack -> pack.head().pack().equals("ND331-2026"))
                .findFirst()
                .orElseThrow();
    }

    private static HolidayCalendar calendar() {
        return ((CalendarReading.Accepted) CalendarReading.read("calendar", ShippedLaw.calendar())).calendar();
    }
}
