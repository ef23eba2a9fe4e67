package vn.chieng.api.transition;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.transition.TransitionRow.Case;
import vn.chieng.api.transition.TransitionRow.Missing;
import vn.chieng.law.LawPacks;
import vn.chieng.law.PackChoice;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Reporting.BoardDate;
import vn.chieng.law.pack.Reporting.TransitionCase;

/** Finds the systems in transition by what the packs say: whose last day which date is, and which pack is an old one. */
final class TransitionReview {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final LawPacks packs;
    private final LawPack current;

    private TransitionReview(LawPacks packs, LawPack current) {
        this.packs = packs;
        this.current = current;
    }

    /** A review by the pack in force on a day; empty where none is. */
    static Optional<TransitionReview> on(LocalDate today, LawPacks packs) {
        return switch (packs.applicable(today, null)) {
            case PackChoice.ByDate(LawPack pack) -> Optional.of(new TransitionReview(packs, pack));
            case PackChoice.ByTransition(LawPack pack, PackHead.Transition _) ->
                Optional.of(new TransitionReview(packs, pack));
            case PackChoice.None _ -> Optional.empty();
        };
    }

    /** The dates of the board that end a time of grace, the earliest first. */
    List<BoardDate> dates() {
        return current.reporting().dates().stream()
                .filter(date -> date.transition() != null && date.date() != null)
                .sorted(Comparator.comparing(TransitionReview::day))
                .toList();
    }

    /** The day of a date that {@link #dates} lists. */
    private static LocalDate day(BoardDate date) {
        return Objects.requireNonNull(date.date());
    }

    /** What of a system is in transition; empty where it has arrived, or never had to go. */
    Optional<TransitionRow> row(RegisteredSystem system, ApprovalState.@Nullable Approval approval) {
        if (system.status() == SystemStatus.RETIRED) {
            return Optional.empty();
        }
        ApprovalState.Phase phase = approval == null ? ApprovalState.Phase.NONE : approval.phase();
        return kase(system, phase).flatMap(kase -> due(kase).map(due -> row(system, approval, kase, due)));
    }

    private Optional<Case> kase(RegisteredSystem system, ApprovalState.Phase phase) {
        Determination determination = system.determination();
        boolean old = determination != null && isOld(determination);
        boolean approved = phase == ApprovalState.Phase.APPROVED;
        if (!approved && begunUnderTheOldLaw(system.card().projectStart())) {
            return Optional.of(Case.UNDER_CONSTRUCTION);
        }
        if (old) {
            return Optional.of(Case.OLD_LEVEL);
        }
        boolean running = system.status() == SystemStatus.OPERATING || system.status() == SystemStatus.SUSPENDED;
        return determination == null && running ? Optional.of(Case.NEVER_CLASSIFIED) : Optional.empty();
    }

    private boolean isOld(Determination determination) {
        return packs.find(determination.pack())
                .map(pack -> pack.head().use() == PackHead.Use.TRANSITION)
                .orElse(false);
    }

    private boolean begunUnderTheOldLaw(@Nullable LocalDate projectStart) {
        return projectStart != null
                && packs.all().stream()
                        .flatMap(pack -> pack.head().transitions().stream())
                        .anyMatch(transition -> projectStart.isBefore(transition.startedBefore()));
    }

    /** The board's date for the case; a duty that nothing puts off has been due since the pack came into force. */
    private Optional<LocalDate> due(Case kase) {
        return switch (kase) {
            case UNDER_CONSTRUCTION -> date(TransitionCase.UNDER_CONSTRUCTION);
            case OLD_LEVEL -> date(TransitionCase.OLD_LEVEL);
            case NEVER_CLASSIFIED -> Optional.of(current.head().effectiveFrom());
        };
    }

    private Optional<LocalDate> date(TransitionCase of) {
        return dates().stream()
                .filter(date -> date.transition() == of)
                .map(TransitionReview::day)
                .findFirst();
    }

    private TransitionRow row(
            RegisteredSystem system, ApprovalState.@Nullable Approval approval, Case kase, LocalDate due) {
        Determination determination = system.determination();
        boolean old = determination != null && isOld(determination);
        LocalDate determined = determination == null ? null : LocalDate.ofInstant(determination.at(), VIETNAM);
        LocalDate approvedOn = approval == null ? null : approval.approvedOn();
        return new TransitionRow(
                system.id(),
                system.code(),
                system.name(),
                system.organizationId(),
                kase,
                determination == null ? null : determination.pack(),
                system.level(),
                approvedOn == null ? determined : approvedOn,
                estimate(system),
                due,
                missing(kase, old || determination == null, approval));
    }

    private @Nullable Integer estimate(RegisteredSystem system) {
        var read = AnswersToFacts.read(current.classification().inputs(), system.inputs());
        return switch (new LevelProposal(current).propose(read.facts())) {
            case Classified.Proposed proposed -> proposed.level().number();
            case Classified.Undetermined _, Classified.Excluded _ -> null;
        };
    }

    /** A project that finishes under the old law needs no new level for that; an approval of an old level counts for nothing new. */
    private static List<Missing> missing(Case kase, boolean unleveled, ApprovalState.@Nullable Approval approval) {
        List<Missing> missing = new ArrayList<>();
        if (unleveled && kase != Case.UNDER_CONSTRUCTION) {
            missing.add(Missing.NEW_LEVEL);
        }
        ApprovalState.Phase phase = approval == null ? ApprovalState.Phase.NONE : approval.phase();
        switch (phase) {
            case NONE ->
                missing.addAll(List.of(Missing.DOSSIER, Missing.SUBMISSION, Missing.APPRAISAL, Missing.APPROVAL));
            case DRAFTED -> missing.addAll(List.of(Missing.SUBMISSION, Missing.APPRAISAL, Missing.APPROVAL));
            case SUBMITTED -> missing.addAll(List.of(Missing.APPRAISAL, Missing.APPROVAL));
            case APPRAISED -> missing.add(Missing.APPROVAL);
            case APPROVED -> {
                if (kase == Case.OLD_LEVEL) {
                    missing.addAll(List.of(Missing.DOSSIER, Missing.APPROVAL));
                }
            }
        }
        return missing;
    }
}
