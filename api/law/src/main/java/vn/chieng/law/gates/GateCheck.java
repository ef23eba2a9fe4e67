package vn.chieng.law.gates;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.conditions.Evaluation;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.conditions.Truth;
import vn.chieng.law.conditions.Unmet;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.pack.Procedure;

/** Whether a dossier or system may move on; what is not known does not open a gate. */
public record GateCheck(PackVersion pack, List<Closed> closed) {
    public GateCheck {
        closed = List.copyOf(closed);
    }

    /** A gate that stays shut, with what is not met. */
    public record Closed(Procedure.Gate gate, List<Unmet> unmet) {
        public Closed {
            unmet = List.copyOf(unmet);
        }
    }

    public boolean passes() {
        return closed.isEmpty();
    }

    public static GateCheck check(LawPack pack, Procedure.Before before, int level, Facts facts) {
        List<Closed> closed = pack.procedure().gates().stream()
                .filter(gate -> gate.before() == before && gate.levels().contains(level))
                .map(gate -> closed(gate, facts))
                .flatMap(Optional::stream)
                .toList();
        return new GateCheck(pack.version(), closed);
    }

    private static Optional<Closed> closed(Procedure.Gate gate, Facts facts) {
        boolean concerns = concerns(gate.when(), facts);
        if (!concerns || Evaluation.evaluate(gate.requires(), facts) == Truth.HOLDS) {
            return Optional.empty();
        }
        return Optional.of(new Closed(gate, Evaluation.unmet(gate.requires(), facts)));
    }

    /** A gate of which it is not known whether it concerns the system concerns it. */
    private static boolean concerns(@Nullable Condition when, Facts facts) {
        return when == null || Evaluation.evaluate(when, facts) != Truth.FAILS;
    }
}
