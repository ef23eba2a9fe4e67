package vn.chieng.law.levels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.LawPack;

class LevelChoiceTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");

    @Test
    void theProposedLevelNeedsNothing() {
        assertThat(LevelChoice.choose(PACK, 3, 3, null, null))
                .isInstanceOfSatisfying(
                        LevelChoice.Taken.class,
                        taken -> assertThat(taken.under()).isEmpty());
    }

    @Test
    void aHigherLevelIsFree() {
        assertThat(LevelChoice.choose(PACK, 2, 3, null, null))
                .isInstanceOfSatisfying(
                        LevelChoice.Taken.class,
                        taken -> assertThat(taken.under())
                                .hasValueSatisfying(
                                        rule -> assertThat(rule.id()).isEqualTo("override-upwards")));
    }

    @Test
    void aLowerLevelNeedsAReasonAndAnApprover() {
        assertThat(LevelChoice.choose(PACK, 3, 2, " ", null))
                .isInstanceOfSatisfying(
                        LevelChoice.Refused.class,
                        refused -> assertThat(refused.lacks())
                                .containsExactly(LevelChoice.Lack.REASON, LevelChoice.Lack.APPROVER));
        assertThat(LevelChoice.choose(PACK, 3, 2, "only one body uses it", null))
                .isInstanceOfSatisfying(
                        LevelChoice.Refused.class,
                        refused -> assertThat(refused.lacks()).containsExactly(LevelChoice.Lack.APPROVER));
        assertThat(LevelChoice.choose(PACK, 3, 2, "only one body uses it", "Lê Thị Hoa"))
                .isInstanceOf(LevelChoice.Taken.class);
    }

    @Test
    void aLevelThatThePackDoesNotHaveIsImpossible() {
        assertThat(LevelChoice.choose(PACK, 3, 6, "why not", "Lê Thị Hoa")).isInstanceOf(LevelChoice.Impossible.class);
    }

    @Test
    void withoutARuleForTheDirectionNobodyMayLeaveTheProposal() {
        assertThat(LevelChoice.choose(TestPacks.invented(), 8, 7, "dry season", "Lê Thị Hoa"))
                .isInstanceOf(LevelChoice.Impossible.class);
    }
}
