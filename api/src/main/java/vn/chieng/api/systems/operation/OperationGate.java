package vn.chieng.api.systems.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Whether a system may operate: the pack's gates before operation, over what register and dossiers know. */
@Component
public final class OperationGate {
    private final LevelAssessor assessor;
    private final Approvals approvals;

    OperationGate(LevelAssessor assessor, Approvals approvals) {
        this.assessor = assessor;
        this.approvals = approvals;
    }

    /** What stands before operation; empty where no level is determined or no pack is in force, which is no way in either. */
    public Optional<GateCheck> check(RegisteredSystem system) {
        Integer level = system.level();
        if (level == null) {
            return Optional.empty();
        }
        return assessor.pack(system.card().projectStart())
                .map(pack -> GateCheck.check(pack, Procedure.Before.OPERATION, level, facts(system, pack)));
    }

    /** Answers of the system, what its hosting says, and what its dossier says; the dossier's word counts last. */
    private Facts facts(RegisteredSystem system, LawPack pack) {
        Map<String, Fact> facts =
                new LinkedHashMap<>(system.answers().facts(pack).byInput());
        facts.putAll(hosting(system.card().hosting()));
        facts.putAll(approvals.of(system.id()).facts().byInput());
        return new Facts(facts);
    }

    /** What the register knows of the inputs of gates, for dossiers too. */
    public static Map<String, Fact> hosting(Hosting hosting) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put("hired-service", new Fact.Flag(hosting.hired()));
        facts.put("shared-hosting", new Fact.Flag(hosting.kind().shared()));
        Boolean stated = hosting.contract().dutiesStated();
        if (stated != null) {
            facts.put("contract-complete", new Fact.Flag(stated));
        }
        return facts;
    }
}
