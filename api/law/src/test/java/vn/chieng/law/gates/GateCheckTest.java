package vn.chieng.law.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

class GateCheckTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");

    @Test
    void whoOperatesTheSystemMayNotAppraiseIt() {
        assertThat(closed(Procedure.Before.APPRAISAL, 3, Map.of("appraiser-operates", true)))
                .containsExactly("gate-independence");
        assertThat(closed(Procedure.Before.APPRAISAL, 3, Map.of("appraiser-operates", false)))
                .isEmpty();
    }

    @Test
    void withoutTheRegulationThereIsNoApproval() {
        assertThat(closed(Procedure.Before.APPROVAL, 2, Map.of("appraised-fit", true, "regulation-issued", false)))
                .containsExactly("gate-regulation");
    }

    @Test
    void whatIsNotKnownKeepsTheGateShut() {
        assertThat(closed(Procedure.Before.APPROVAL, 2, Map.of()))
                .containsExactly("gate-regulation", "gate-appraised-fit");
    }

    @Test
    void separationAndContractAreAskedOfThoseTheyConcern() {
        Map<String, Object> hosted = Map.of(
                "dossier-complete", true,
                "risk-file-present", true,
                "hired-service", true,
                "shared-hosting", true,
                "nationally-important", false);
        assertThat(closed(Procedure.Before.SUBMISSION, 3, hosted))
                .containsExactly("gate-contract", "gate-logical-separation");
        assertThat(closed(Procedure.Before.SUBMISSION, 2, hosted)).containsExactly("gate-contract");
    }

    @Test
    void levelsFourAndFiveNeedTheExpertOpinion() {
        Map<String, Object> rest = Map.of(
                "dossier-complete", true,
                "risk-file-present", true,
                "hired-service", false,
                "shared-hosting", false,
                "nationally-important", false);
        assertThat(closed(Procedure.Before.SUBMISSION, 4, rest)).containsExactly("gate-expert-opinion");
        assertThat(closed(Procedure.Before.SUBMISSION, 3, rest)).isEmpty();
    }

    @Test
    void operationNeedsApprovalDeploymentAndCheck() {
        assertThat(closed(Procedure.Before.OPERATION, 3, Map.of("level-approved", true)))
                .containsExactly("gate-operation-deployed", "gate-operation-checked");
        assertThat(closed(Procedure.Before.OPERATION, 1, Map.of("level-approved", true, "plan-deployed", true)))
                .isEmpty();
    }

    private static List<String> closed(Procedure.Before before, int level, Map<String, Object> answers) {
        List<Input> inputs = new ArrayList<>(PACK.classification().inputs());
        inputs.addAll(PACK.procedure().gateInputs());
        GateCheck check = GateCheck.check(PACK, before, level, TestPacks.facts(inputs, answers));
        assertThat(check.pack()).isEqualTo(PACK.version());
        return check.closed().stream().map(closed -> closed.gate().id()).toList();
    }
}
