package vn.chieng.api.dossiers.workflow;

import java.util.Map;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** What the pack demands before a move, with what the course itself answers filled in. */
public final class Gates {
    private final LawPack pack;
    private final RouteSteps steps;

    Gates(LawPack pack, RouteSteps steps) {
        this.pack = pack;
        this.steps = steps;
    }

    /** Which demands stand before a move now. */
    public GateCheck check(Course course, Situation situation, Procedure.Before before) {
        Facts facts = situation
                .facts()
                .with(Map.of(
                        GateInputs.APPRAISER_OPERATES, new Fact.Flag(operates(course)),
                        GateInputs.EXPERT_OPINION_GIVEN, new Fact.Flag(course.opinionGiven()),
                        GateInputs.APPRAISED_FIT, new Fact.Flag(course.appraisedFit())));
        return GateCheck.check(pack, before, course.level(), facts);
    }

    private boolean operates(Course course) {
        return !steps.outside(Procedure.Act.APPRAISE) && course.parties().appraiserOperates();
    }
}
