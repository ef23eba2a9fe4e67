package vn.chieng.api.dossiers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

class WorkflowTest {
    private static final LawPack PACK = ShippedLaw.pack("ND331-2026");
    private static final LawPack OLD = ShippedLaw.pack("ND85-2016");

    private final Walk three = new Walk(PACK, "route-3", 3);

    @Test
    void levelThreeIsAppraisedByTheUnitAndApprovedByTheOwner() {
        three.go(Walk.WRITER, new Move.Submit());
        assertThat(three.course.state()).isEqualTo(DossierState.SUBMITTED);
        three.go(Walk.APPRAISER, new Move.AcceptComplete(null)).go(Walk.APPRAISER, new Move.Conclude(true, "", null));
        assertThat(three.course.state()).isEqualTo(DossierState.APPRAISED);
        three.go(Walk.WRITER, new Move.Propose()).go(Walk.OWNER, new Move.Decide(true, "", null));
        assertThat(three.course.state()).isEqualTo(DossierState.APPROVED);
        assertThat(three.course.log())
                .extracting(CourseStep::act)
                .containsExactly(
                        Procedure.Act.SUBMIT,
                        Procedure.Act.COMPLETENESS,
                        Procedure.Act.APPRAISE,
                        Procedure.Act.PROPOSE,
                        Procedure.Act.APPROVE);
    }

    @Test
    void levelsOneAndTwoAreApprovedByTheUnitWhichThenTellsTheOwner() {
        Walk two = new Walk(PACK, "route-1-2", 2)
                .go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.Conclude(true, "", null));
        assertThat(two.attempt(Walk.OWNER, new Move.Decide(true, "", null)))
                .isEqualTo(new MoveOutcome.NotYours(Set.of(Procedure.Side.APPRAISER)));
        assertThat(two.attempt(Walk.APPRAISER, new Move.Decide(true, "", null)))
                .as("nobody approves an own appraisal")
                .isEqualTo(new MoveOutcome.OwnWork());
        two.go(Walk.HEAD_OF_UNIT, new Move.Decide(true, "", null)).go(Walk.HEAD_OF_UNIT, new Move.Report());
        assertThat(two.course.state()).isEqualTo(DossierState.APPROVED);
        assertThat(two.course.log().getLast().act()).isEqualTo(Procedure.Act.REPORT);
    }

    @ParameterizedTest
    @CsvSource({"route-4,4,false", "route-5,5,true", "route-important,3,true", "route-important,4,true"})
    void higherLevelsNeedTheExpertOpinionAndAreAppraisedOutside(String route, int level, boolean listed) {
        Walk walk = new Walk(PACK, route, level);
        assertThat(walk.attempt(Walk.OWNER, new Move.Submit()))
                .isEqualTo(new MoveOutcome.StepMissing(Procedure.Act.EXPERT_OPINION));
        walk.go(Walk.WRITER, new Move.AskOpinion())
                .go(Walk.APPRAISER, new Move.GiveOpinion(walk.paper()))
                .go(Walk.OWNER, new Move.Submit());
        assertThat(walk.attempt(Walk.OWNER, new Move.AcceptComplete(null))).isEqualTo(new MoveOutcome.PaperNeeded());
        walk.go(Walk.OWNER, new Move.AcceptComplete(walk.paper()))
                .go(Walk.OWNER, new Move.Conclude(true, "", walk.paper()));
        if (listed) {
            assertThat(walk.attempt(Walk.WRITER, new Move.Propose()))
                    .isEqualTo(new MoveOutcome.NotNow(DossierState.APPRAISED));
            walk.go(Walk.OWNER, new Move.RecordListing(walk.paper()));
        }
        walk.go(Walk.WRITER, new Move.Propose()).go(Walk.OWNER, new Move.Decide(true, "", null));
        assertThat(walk.course.state()).isEqualTo(DossierState.APPROVED);
    }

    @Test
    void theOldDecreeKnowsNoReceiptAndNoSubmission() {
        Walk old = new Walk(OLD, "route-3", 3).go(Walk.WRITER, new Move.Submit());
        assertThat(old.course.state()).isEqualTo(DossierState.IN_APPRAISAL);
        old.go(Walk.APPRAISER, new Move.Conclude(true, "", null)).go(Walk.OWNER, new Move.Decide(true, "", null));
        assertThat(old.course.state()).isEqualTo(DossierState.APPROVED);
    }

    @Test
    void whoOperatesTheSystemDoesNotAppraiseItAndTheOwnerNamesAnother() {
        three.operatedBy("org-unit");
        Agent unitsWriter = Walk.agent(7, "org-unit", Procedure.Side.OPERATOR);
        three.go(unitsWriter, new Move.Submit());
        assertThat(three.attempt(Walk.APPRAISER, new Move.AcceptComplete(null)))
                .isInstanceOfSatisfying(
                        MoveOutcome.GatesShut.class,
                        shut -> assertThat(shut.check().closed())
                                .extracting(closed -> closed.gate().id())
                                .containsExactly("gate-independence"));
        assertThat(three.attempt(Walk.OWNER, new Move.NameAppraiser("org-unit")))
                .isEqualTo(new MoveOutcome.NotIndependent("org-unit"));
        assertThat(three.attempt(Walk.APPRAISER, new Move.NameAppraiser("org-council")))
                .isEqualTo(new MoveOutcome.NotYours(Set.of(Procedure.Side.OWNER)));
        three.go(Walk.OWNER, new Move.NameAppraiser("org-council"));
        Agent council = Walk.agent(9, "org-council", Procedure.Side.APPRAISER);
        three.go(council, new Move.AcceptComplete(null)).go(council, new Move.Conclude(true, "", null));
        assertThat(three.course.state()).isEqualTo(DossierState.APPRAISED);
    }

    @Test
    void withoutTheRegulationNothingIsApproved() {
        three.know("regulation-issued", false)
                .go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.Conclude(true, "", null))
                .go(Walk.WRITER, new Move.Propose());
        assertThat(three.attempt(Walk.OWNER, new Move.Decide(true, "", null)))
                .isInstanceOfSatisfying(
                        MoveOutcome.GatesShut.class,
                        shut -> assertThat(shut.check().closed())
                                .extracting(closed -> closed.gate().id())
                                .containsExactly("gate-regulation"));
        three.know("regulation-issued", true).go(Walk.OWNER, new Move.Decide(true, "", null));
    }

    @Test
    void contractAndSeparationStandBeforeTheSubmission() {
        three.know("hired-service", true).know("shared-hosting", true);
        assertThat(three.attempt(Walk.WRITER, new Move.Submit()))
                .isInstanceOfSatisfying(
                        MoveOutcome.GatesShut.class,
                        shut -> assertThat(shut.check().closed())
                                .extracting(closed -> closed.gate().id())
                                .containsExactly("gate-contract", "gate-logical-separation"));
        three.know("contract-complete", true).know("logical-separation", true).go(Walk.WRITER, new Move.Submit());
    }

    @Test
    void whatIsSentBackIsHandedInAgainAndAppraisedAnew() {
        three.go(Walk.WRITER, new Move.Submit());
        assertThat(three.attempt(Walk.APPRAISER, new Move.SendBack(" ", null)))
                .isEqualTo(new MoveOutcome.ReasonNeeded());
        three.go(Walk.APPRAISER, new Move.SendBack("thiếu sơ đồ", null));
        assertThat(three.course.state()).isEqualTo(DossierState.RETURNED);
        three.go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.SendBack("vùng mạng", null))
                .go(Walk.WRITER, new Move.Submit());
        assertThat(three.course.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(three.course.round()).isEqualTo(3);
    }

    @Test
    void anOpinionThatSaysNotFitGivesTheReasonAndSendsTheDossierBackToItsWriter() {
        three.go(Walk.WRITER, new Move.Submit()).go(Walk.APPRAISER, new Move.AcceptComplete(null));
        assertThat(three.attempt(Walk.APPRAISER, new Move.Conclude(false, "", null)))
                .isEqualTo(new MoveOutcome.ReasonNeeded());
        three.go(Walk.APPRAISER, new Move.Conclude(false, "chưa có phương án", null));
        assertThat(three.course.state()).isEqualTo(DossierState.NOT_FIT);
        assertThat(three.attempt(Walk.WRITER, new Move.Propose()))
                .isEqualTo(new MoveOutcome.NotNow(DossierState.NOT_FIT));
    }

    @Test
    void openRemarksAndMissingVotesKeepTheOpinionFromSayingFit() {
        three.go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .remarks(2)
                .council(1);
        assertThat(three.attempt(Walk.APPRAISER, new Move.Conclude(true, "", null)))
                .isEqualTo(new MoveOutcome.CouncilIncomplete(1));
        three.council(0);
        assertThat(three.attempt(Walk.APPRAISER, new Move.Conclude(true, "", null)))
                .isEqualTo(new MoveOutcome.RemarksOpen(2));
        three.remarks(0).go(Walk.APPRAISER, new Move.Conclude(true, "", null));
    }

    @Test
    void whoHasWrittenNeitherAppraisesNorApproves() {
        three.go(Walk.WRITER, new Move.Submit());
        Agent writerAsAppraiser = Walk.agent(Walk.WRITER.accountId(), "org-unit", Procedure.Side.APPRAISER);
        assertThat(three.attempt(writerAsAppraiser, new Move.AcceptComplete(null)))
                .isEqualTo(new MoveOutcome.OwnWork());
        three.go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.Conclude(true, "", null))
                .go(Walk.WRITER, new Move.Propose());
        Agent writerAsOwner = Walk.agent(Walk.WRITER.accountId(), "org-own", Procedure.Side.OWNER);
        Agent appraiserAsOwner = Walk.agent(Walk.APPRAISER.accountId(), "org-own", Procedure.Side.OWNER);
        for (Agent agent : List.of(writerAsOwner, appraiserAsOwner)) {
            assertThat(three.attempt(agent, new Move.Decide(true, "", null))).isEqualTo(new MoveOutcome.OwnWork());
        }
    }

    @Test
    void theOwnersDelegateDecidesUpToItsLastDay() {
        three.go(Walk.OWNER, new Move.Delegate("org-sub", LocalDate.of(2026, 10, 5), "12/UQ"))
                .go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.Conclude(true, "", null))
                .go(Walk.WRITER, new Move.Propose());
        Agent delegate = Walk.agent(11, "org-sub", Procedure.Side.OWNER);
        three.on("2026-10-05T17:00:00Z");
        assertThat(three.attempt(delegate, new Move.Decide(true, "", null)))
                .as("in Vietnam the sixth has begun")
                .isEqualTo(new MoveOutcome.NotYours(Set.of(Procedure.Side.OWNER)));
        three.on("2026-10-05T16:59:59Z").go(delegate, new Move.Decide(true, "", null));
    }

    @Test
    void anotherBodyOfTheSameSideHasNoHandInIt() {
        assertThat(three.attempt(Walk.agent(5, "org-other", Procedure.Side.OPERATOR), new Move.Submit()))
                .isEqualTo(new MoveOutcome.NotYours(Set.of(Procedure.Side.OPERATOR)));
        three.go(Walk.WRITER, new Move.Submit());
        assertThat(three.attempt(Walk.agent(5, "org-other", Procedure.Side.APPRAISER), new Move.AcceptComplete(null)))
                .isEqualTo(new MoveOutcome.NotYours(Set.of(Procedure.Side.APPRAISER)));
    }

    @Test
    void aRefusedApprovalSendsTheDossierBackAndItsAppraisalNoLongerCounts() {
        three.go(Walk.WRITER, new Move.Submit())
                .go(Walk.APPRAISER, new Move.AcceptComplete(null))
                .go(Walk.APPRAISER, new Move.Conclude(true, "", null))
                .go(Walk.WRITER, new Move.Propose())
                .go(Walk.OWNER, new Move.Decide(false, "chưa đồng ý", null));
        assertThat(three.course.state()).isEqualTo(DossierState.RETURNED);
        assertThat(three.course.appraisedFit()).isFalse();
    }
}
