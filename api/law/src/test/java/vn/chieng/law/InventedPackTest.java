package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.IncidentClocks;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.days.TimeLimit;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** A pack that no Java knows gets its own level, route, deadline and clock. */
class InventedPackTest {
    private static final LawPack PACK = TestPacks.invented();

    @Test
    void givesItsOwnLevelAndRoute() {
        Classified classified = new LevelProposal(PACK)
                .propose(TestPacks.facts(PACK.classification().inputs(), Map.of("sensors", 50, "river", true)));
        assertThat(classified).isInstanceOfSatisfying(Classified.Proposed.class, proposed -> {
            assertThat(proposed.level().number()).isEqualTo(8);
            assertThat(proposed.level().label().vi()).isEqualTo("Vàng");
            assertThat(proposed.pack()).hasToString("XA-2030 2.1");
            assertThat(proposed.warnings()).hasSize(1);
            assertThat(Classified.route(PACK, proposed))
                    .hasValueSatisfying(route -> assertThat(route.id()).isEqualTo("amber-way"));
        });
    }

    @Test
    void countsItsOwnDeadlineFromTheDayOfReceipt() {
        Procedure.Deadline look = PACK.procedure().deadlines().getFirst();
        Instant tuesday = OffsetDateTime.parse("2026-12-01T08:00:00+07:00").toInstant();
        DueDate due = new TimeLimit(TestPacks.calendar(), PACK.head().days()).due(tuesday, look, List.of());
        assertThat(due).isInstanceOfSatisfying(DueDate.Due.class, found -> {
            assertThat(found.day()).isEqualTo(LocalDate.of(2026, 12, 2));
            assertThat(found.escalations())
                    .extracting(DueDate.Escalation::percent)
                    .containsExactly(40, 100);
        });
    }

    @Test
    void runsItsOwnClock() {
        Instant flood = Instant.parse("2030-10-01T02:00:00Z");
        List<ClockState> clocks = new IncidentClocks(PACK, TestPacks.calendar())
                .clocks(
                        TestPacks.facts(PACK.incidents().incidentInputs(), Map.of("high-water", true)),
                        Map.of("flood", Moment.of(flood)),
                        Set.of());
        assertThat(clocks)
                .singleElement()
                .isInstanceOfSatisfying(
                        ClockState.Running.class,
                        running -> assertThat(running.due()).isEqualTo(Instant.parse("2030-10-01T11:00:00Z")));
    }

    @Test
    void isChosenFromItsDateOn() {
        LawPacks packs = new LawPacks(List.of(TestPacks.shipped("ND331-2026"), PACK, TestPacks.shipped("ND85-2016")));
        assertThat(packs.applicable(LocalDate.of(2030, 1, 1), null)).isEqualTo(new PackChoice.ByDate(PACK));
        assertThat(packs.applicable(LocalDate.of(2029, 12, 31), null))
                .isInstanceOfSatisfying(
                        PackChoice.ByDate.class,
                        choice -> assertThat(choice.pack().head().pack()).isEqualTo("ND331-2026"));
    }
}
