package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.IncidentClocks;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.days.TimeLimit;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** The acceptance tests (a) to (i) of the regulation, as far as the law decides them; (j) is about scope and belongs to the register. */
class RegulationAcceptanceTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");

    @Test
    void aAnAdministrativeProcedureSystemIsLevelThree() {
        assertThat(grounds(3, Map.of("administrative-procedures", true)))
                .containsExactly("c3-administrative-procedures ND331/13/2/b");
    }

    @Test
    void bTheNetworkOfACommuneIsLevelTwo() {
        assertThat(grounds(2, Map.of("system-type", "infrastructure", "infrastructure-scope", "one-body")))
                .containsExactly("c2-infrastructure-one-body ND331/12/3");
    }

    @Test
    void cInternalAndPublicOnlyIsLevelOne() {
        assertThat(grounds(1, Map.of("system-type", "internal", "information-classes", List.of("public"))))
                .containsExactly("c1-internal-public ND331/11/1");
    }

    @Test
    void dTheNumberOfDataSubjectsDecidesAtItsThreshold() {
        assertThat(level(online(99_999, 0))).isEqualTo(2);
        assertThat(level(online(100_000, 0))).isEqualTo(3);
        assertThat(level(online(0, 9_999))).isEqualTo(2);
        assertThat(level(online(0, 10_000))).isEqualTo(3);
    }

    @Test
    void eFifteenWorkingDaysBeforeTetSkipEveryHoliday() {
        Instant friday = OffsetDateTime.parse("2026-02-13T15:00:00+07:00").toInstant();
        Procedure.Deadline limit = (Procedure.Deadline) PACK.rule("appraisal-3").orElseThrow();
        DueDate due = new TimeLimit(TestPacks.calendar(), PACK.head().days()).due(friday, limit, List.of());
        assertThat(due)
                .isInstanceOfSatisfying(
                        DueDate.Due.class, found -> assertThat(found.day()).isEqualTo(LocalDate.of(2026, 3, 13)));
    }

    @Test
    void fWhoOperatesTheSystemCannotAppraiseItsDossier() {
        assertThat(closed(Procedure.Before.APPRAISAL, Map.of("appraiser-operates", true)))
                .containsExactly("gate-independence");
    }

    @Test
    void gWithoutTheRegulationNothingIsApproved() {
        assertThat(closed(Procedure.Before.APPROVAL, Map.of("appraised-fit", true, "regulation-issued", false)))
                .containsExactly("gate-regulation");
        assertThat(closed(Procedure.Before.APPROVAL, Map.of("appraised-fit", true, "regulation-issued", true)))
                .isEmpty();
    }

    @Test
    void hASeriousIncidentOnFridayEveningIsDueOnSaturdayAndMonday() {
        Map<String, Instant> due = due(
                Map.of("severity", "M2", "confirmed", true, "personal-data-harm", false),
                Map.of("detection", "2026-11-20T17:00:00+07:00"));
        assertThat(due)
                .containsEntry("C24", instant("2026-11-21T17:00:00+07:00"))
                .containsEntry("C72", instant("2026-11-23T17:00:00+07:00"));
    }

    @Test
    void iALeakOfBiometricDataStartsTwoFilesAndTheNoticeToSubjects() {
        Map<String, Instant> due = due(
                Map.of(
                        "severity",
                        "M2",
                        "confirmed",
                        true,
                        "personal-data-harm",
                        true,
                        "location-or-biometric-data",
                        true),
                Map.of(
                        "detection", "2026-11-20T17:00:00+07:00",
                        "personal-data-detection", "2026-11-20T17:00:00+07:00"));
        assertThat(due).containsKeys("C72", "CDL72", "CDL72-subjects");
        assertThat(recipients("C72")).doesNotContainAnyElementsOf(recipients("CDL72"));
    }

    private static List<String> recipients(String clock) {
        return PACK.incidents().clocks().stream()
                .filter(candidate -> candidate.id().equals(clock))
                .findFirst()
                .orElseThrow()
                .recipients();
    }

    private static Map<String, Object> online(int basic, int sensitive) {
        return Map.of(
                "online-service",
                true,
                "conditional-business",
                false,
                "administrative-procedures",
                false,
                "information-classes",
                List.of("personal"),
                "basic-data-subjects",
                basic,
                "sensitive-data-subjects",
                sensitive);
    }

    private static Classified.Proposed proposed(Map<String, ?> answers) {
        Classified classified = new LevelProposal(PACK)
                .propose(TestPacks.facts(PACK.classification().inputs(), answers));
        assertThat(classified).isInstanceOf(Classified.Proposed.class);
        return (Classified.Proposed) classified;
    }

    private static int level(Map<String, ?> answers) {
        return proposed(answers).level().number();
    }

    private static List<String> grounds(int level, Map<String, ?> answers) {
        Classified.Proposed proposed = proposed(answers);
        assertThat(proposed.level().number()).isEqualTo(level);
        return proposed.grounds().stream()
                .map(ground -> ground.id() + " " + ground.basis().cite().getFirst())
                .toList();
    }

    private static List<String> closed(Procedure.Before before, Map<String, ?> answers) {
        Facts facts = TestPacks.facts(PACK.procedure().gateInputs(), answers);
        return GateCheck.check(PACK, before, 3, facts).closed().stream()
                .map(closed -> closed.gate().id())
                .toList();
    }

    private static Map<String, Instant> due(Map<String, ?> answers, Map<String, String> times) {
        Map<String, Moment> moments = new TreeMap<>();
        times.forEach((event, at) -> moments.put(event, Moment.of(instant(at))));
        Map<String, Instant> due = new TreeMap<>();
        List<ClockState> states = new IncidentClocks(PACK, TestPacks.calendar())
                .clocks(TestPacks.facts(PACK.incidents().incidentInputs(), answers), moments, Set.of());
        for (ClockState state : states) {
            if (state instanceof ClockState.Running running) {
                due.put(running.clock().id(), running.due());
            }
        }
        return due;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
