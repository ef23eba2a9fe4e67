package vn.chieng.law.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;

/** What a person's choice of a level came to, under the pack's rules for leaving the proposed one. */
public sealed interface LevelChoice {

    /** The choice stands; {@code under} is the override rule it used, absent when the proposed level was taken. */
    record Taken(
            PackVersion pack,
            int proposed,
            int chosen,
            @Nullable String reason,
            @Nullable String approver,
            Optional<Classification.OverrideRule> under)
            implements LevelChoice {}

    /** The pack wants more before this choice stands. */
    record Refused(PackVersion pack, Classification.OverrideRule rule, List<Lack> lacks) implements LevelChoice {
        public Refused {
            lacks = List.copyOf(lacks);
        }
    }

    /** The pack has no such level, or no rule that lets anybody leave the proposed level in this direction. */
    record Impossible(PackVersion pack, int chosen) implements LevelChoice {}

    /** What a choice may lack. */
    enum Lack {
        REASON,
        APPROVER
    }

    /** Decides a choice against the proposed level. */
    static LevelChoice choose(
            LawPack pack, int proposed, int chosen, @Nullable String reason, @Nullable String approver) {
        if (pack.classification().levels().stream().noneMatch(level -> level.number() == chosen)) {
            return new Impossible(pack.version(), chosen);
        }
        if (chosen == proposed) {
            return new Taken(pack.version(), proposed, chosen, reason, approver, Optional.empty());
        }
        Classification.Direction direction =
                chosen > proposed ? Classification.Direction.UPWARDS : Classification.Direction.DOWNWARDS;
        Optional<Classification.OverrideRule> rule = pack.classification().overrides().stream()
                .filter(candidate -> candidate.direction() == direction)
                .findFirst();
        if (rule.isEmpty()) {
            return new Impossible(pack.version(), chosen);
        }
        List<Lack> lacks = lacks(rule.get(), reason, approver);
        return lacks.isEmpty()
                ? new Taken(pack.version(), proposed, chosen, reason, approver, rule)
                : new Refused(pack.version(), rule.get(), lacks);
    }

    private static List<Lack> lacks(
            Classification.OverrideRule rule, @Nullable String reason, @Nullable String approver) {
        List<Lack> lacks = new ArrayList<>();
        if (rule.reasonRequired() && (reason == null || reason.isBlank())) {
            lacks.add(Lack.REASON);
        }
        if (rule.approverRequired() && (approver == null || approver.isBlank())) {
            lacks.add(Lack.APPROVER);
        }
        return lacks;
    }
}
