package vn.chieng.law.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.law.TestPacks;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

class IncidentClocksTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");
    private static final HolidayCalendar CALENDAR = TestPacks.calendar();

    record Case(
            String name,
            Map<String, Object> facts,
            Map<String, String> moments,
            @Nullable List<String> switchedOn,
            Map<String, String> due) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(TestPacks.cases("clocks.json", Case[].class));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachDutyIsDueInRealHoursFromItsMoment(Case given) {
        Map<String, Moment> moments = new TreeMap<>();
        given.moments().forEach((event, at) -> moments.put(event, Moment.of(instant(at))));
        Set<String> on = given.switchedOn() == null ? Set.of() : Set.copyOf(given.switchedOn());
        Map<String, Instant> due = new TreeMap<>();
        for (ClockState state : clocks(given.facts(), moments, on)) {
            if (state instanceof ClockState.Running running) {
                due.put(running.clock().id(), running.due());
            }
        }
        Map<String, Instant> expected = new TreeMap<>();
        given.due().forEach((clock, at) -> expected.put(clock, instant(at)));
        assertThat(due).isEqualTo(expected);
    }

    @Test
    void aCorrectedDetectionTimeMovesTheClockAndKeepsTheOldValue() {
        Moment first = Moment.of(instant("2026-11-20T17:00:59+07:00"));
        Moment second = first.corrected(
                instant("2026-11-20T15:30:00+07:00"),
                "the mail gateway had seen it first",
                "trần văn an",
                instant("2026-11-21T09:00:00+07:00"));
        assertThat(first.at()).isEqualTo(instant("2026-11-20T17:00:00+07:00"));
        assertThat(second.corrections())
                .containsExactly(new Moment.Correction(
                        instant("2026-11-20T17:00:00+07:00"),
                        instant("2026-11-20T15:30:00+07:00"),
                        "the mail gateway had seen it first",
                        "trần văn an",
                        instant("2026-11-21T09:00:00+07:00")));
        assertThat(running(clocks(Map.of("severity", "M2"), Map.of("detection", second), Set.of()), "C24")
                        .due())
                .isEqualTo(instant("2026-11-21T15:30:00+07:00"));
    }

    @Test
    void aCorrectionWithoutReasonIsRefused() {
        Moment moment = Moment.of(Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moment.corrected(Instant.EPOCH, " ", "an", Instant.EPOCH));
    }

    @Test
    void warnsAtHalfFourFifthsAndTheEnd() {
        ClockState.Running clock = running(
                clocks(
                        Map.of("severity", "M2"),
                        Map.of("detection", Moment.of(instant("2026-11-20T17:00:00+07:00"))),
                        Set.of()),
                "C24");
        assertThat(clock.warnings())
                .containsExactly(
                        new ClockState.Warning(50, instant("2026-11-21T05:00:00+07:00")),
                        new ClockState.Warning(80, instant("2026-11-21T12:12:00+07:00")),
                        new ClockState.Warning(100, instant("2026-11-21T17:00:00+07:00")));
    }

    @Test
    void withTwoDetectionTimesThePersonalDataClockWarnsFromTheEarlier() {
        ClockState.Running clock = running(
                clocks(
                        Map.of("personal-data-harm", true),
                        Map.of(
                                "detection", Moment.of(instant("2026-11-20T08:00:00+07:00")),
                                "personal-data-detection", Moment.of(instant("2026-11-20T20:00:00+07:00"))),
                        Set.of()),
                "CDL72");
        assertThat(clock.due()).isEqualTo(instant("2026-11-23T20:00:00+07:00"));
        assertThat(clock.warnings().getFirst().at()).isEqualTo(instant("2026-11-21T20:00:00+07:00"));
    }

    @Test
    void aDutyWithoutItsMomentIsShownAsSuch() {
        assertThat(clocks(Map.of("personal-data-harm", true), Map.of(), Set.of()))
                .filteredOn(state -> state.clock().id().equals("CDL72"))
                .singleElement()
                .isInstanceOf(ClockState.WithoutStart.class);
    }

    @Test
    void aQuestionNotAnsweredLeavesTheDutyUndecided() {
        assertThat(clocks(Map.of(), Map.of(), Set.of()))
                .filteredOn(state -> state.clock().id().equals("C24"))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClockState.Undecided.class,
                        undecided -> assertThat(undecided.missing()).containsExactly("severity"));
    }

    @Test
    void theGravestSeverityWhoseTestHoldsIsSuggestedAndGraverOnesStayPossible() {
        SeveritySuggestion suggestion = SeveritySuggestion.of(
                PACK,
                TestPacks.facts(
                        PACK.incidents().incidentInputs(),
                        Map.of("confirmed", true, "control-lost", true, "national-security-sign", false)));
        assertThat(suggestion.suggested()).map(Incidents.Severity::id).contains("M2");
        assertThat(suggestion.possible()).extracting(Incidents.Severity::id).containsExactly("M1");
    }

    @Test
    void everySeverityStartsTheClocksItNames() {
        for (Incidents.Severity severity : PACK.incidents().severities()) {
            List<String> started =
                    clocks(Map.of("severity", severity.id()), Map.of("detection", Moment.of(Instant.EPOCH)), Set.of())
                            .stream()
                            .filter(ClockState.Running.class::isInstance)
                            .map(state -> state.clock().id())
                            .filter(id -> !id.equals("CNB"))
                            .toList();
            assertThat(started).isEqualTo(severity.starts());
        }
    }

    private static List<ClockState> clocks(Map<String, Object> facts, Map<String, Moment> moments, Set<String> on) {
        return new IncidentClocks(PACK, CALENDAR)
                .clocks(TestPacks.facts(PACK.incidents().incidentInputs(), facts), moments, on);
    }

    private static ClockState.Running running(List<ClockState> clocks, String id) {
        return (ClockState.Running) clocks.stream()
                .filter(state -> state.clock().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
