package vn.chieng.api.systems.levels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;

/**
 * What a pack makes of the answers of a system today.
 *
 * @param transition the rule that kept an older pack, where one did
 * @param wrong answers that the pack cannot read
 * @param changes single answers that would lead to another level, the nearest levels first
 */
public record LevelAssessment(
        LawPack pack,
        PackHead.@Nullable Transition transition,
        Classified outcome,
        List<AnswersToFacts.Wrong> wrong,
        List<Counterfactual> changes) {
    public LevelAssessment {
        wrong = List.copyOf(wrong);
        changes = List.copyOf(changes);
    }

    /** The proposed level; null where the pack proposes none. */
    public @Nullable Integer proposed() {
        return outcome instanceof Classified.Proposed proposed
                ? proposed.level().number()
                : null;
    }

    /** The nearest changes that would raise the level. */
    public List<Counterfactual> raising() {
        return changes.stream().filter(Counterfactual::raises).toList();
    }

    /** The nearest changes that would lower the level. */
    public List<Counterfactual> lowering() {
        return changes.stream().filter(change -> !change.raises()).toList();
    }
}
