package vn.chieng.api.systems.levels;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.law.LawPacks;
import vn.chieng.law.PackChoice;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.PackVersion;

/** Asks the pack that applies to a system today for a level. */
@Component
public final class LevelAssessor {
    static final ZoneId VIETNAM = ZoneId.of("+07:00");

    private final CurrentLaw law;
    private final Clock clock;

    LevelAssessor(CurrentLaw law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** Today in Vietnam. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /** The pack for a project that began on a day, or at no known one; empty where none is in force. */
    public Optional<LawPack> pack(@Nullable LocalDate projectStart) {
        return switch (law.packs().applicable(today(), projectStart)) {
            case PackChoice.ByDate(LawPack pack) -> Optional.of(pack);
            case PackChoice.ByTransition(LawPack pack, PackHead.Transition _) -> Optional.of(pack);
            case PackChoice.None _ -> Optional.empty();
        };
    }

    /** The pack of a result, even where it is no longer in force. */
    public Optional<LawPack> pack(PackVersion version) {
        return law.packs().find(version);
    }

    /** What the pack makes of the answers; empty where no pack is in force. */
    public Optional<LevelAssessment> assess(SystemAnswers answers, @Nullable LocalDate projectStart) {
        LawPacks packs = law.packs();
        return switch (packs.applicable(today(), projectStart)) {
            case PackChoice.ByDate(LawPack pack) -> Optional.of(assess(pack, null, answers));
            case PackChoice.ByTransition(LawPack pack, PackHead.Transition rule) ->
                Optional.of(assess(pack, rule, answers));
            case PackChoice.None _ -> Optional.empty();
        };
    }

    private static LevelAssessment assess(LawPack pack, PackHead.@Nullable Transition rule, SystemAnswers answers) {
        AnswersToFacts read = AnswersToFacts.read(pack.classification().inputs(), answers.inputs());
        return new LevelAssessment(
                pack,
                rule,
                new LevelProposal(pack).propose(read.facts()),
                read.wrong(),
                new Counterfactuals(pack).nearest(read.facts()));
    }
}
