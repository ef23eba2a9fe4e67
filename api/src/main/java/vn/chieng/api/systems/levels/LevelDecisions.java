package vn.chieng.api.systems.levels;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.SystemChanged;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemStore;
import vn.chieng.api.systems.SystemTransactions;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.SystemTransactions.Noted;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.TaskCause;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelChoice;
import vn.chieng.law.pack.Classification;

/** Lets a person determine the level under the pack's rules for leaving the proposed one, and handles what makes it due again. */
@Component
public final class LevelDecisions {
    /** Why tasks close when the level is determined anew; pages say it in words. */
    public static final String DETERMINED = "determined";

    private final SystemTransactions transactions;
    private final SystemStore store;
    private final DutyStore duties;
    private final LevelAssessor assessor;

    LevelDecisions(SystemTransactions transactions, SystemStore store, DutyStore duties, LevelAssessor assessor) {
        this.transactions = transactions;
        this.store = store;
        this.duties = duties;
        this.assessor = assessor;
    }

    /** A level as a person chose it. */
    record Choice(
            int level, @Nullable String reason, @Nullable String approver) {}

    /** Determines the level; every open task about it is done with that. */
    SystemOutcome determine(Edit edit, Choice choice) {
        return transactions.change(edit, before -> {
            Optional<LevelAssessment> assessed =
                    assessor.assess(before.answers(), before.card().projectStart());
            if (assessed.isEmpty()) {
                return SystemOutcome.Refused.of(SystemProblem.of("level", Reason.NO_PACK));
            }
            LevelAssessment assessment = assessed.get();
            return switch (assessment.outcome()) {
                case Classified.Excluded _, Classified.Undetermined _ ->
                    SystemOutcome.Refused.of(SystemProblem.of("level", Reason.LEVEL_UNKNOWN));
                case Classified.Proposed proposed -> determine(edit, before, assessment, proposed, choice);
            };
        });
    }

    private SystemOutcome determine(
            Edit edit,
            RegisteredSystem before,
            LevelAssessment assessment,
            Classified.Proposed proposed,
            Choice choice) {
        LevelChoice outcome = LevelChoice.choose(
                assessment.pack(), proposed.level().number(), choice.level(), choice.reason(), choice.approver());
        return switch (outcome) {
            case LevelChoice.Impossible _ ->
                SystemOutcome.Refused.of(SystemProblem.of("level", Reason.LEVEL_IMPOSSIBLE));
            case LevelChoice.Refused refused ->
                new SystemOutcome.Refused(
                        refused.lacks().stream().map(LevelDecisions::lack).toList());
            case LevelChoice.Taken taken ->
                kept(edit, before, determination(before, assessment, proposed, taken, edit.by()));
        };
    }

    private static SystemProblem lack(LevelChoice.Lack lack) {
        return switch (lack) {
            case REASON -> SystemProblem.of("reason", Reason.REASON_MISSING);
            case APPROVER -> SystemProblem.of("approver", Reason.APPROVER_MISSING);
        };
    }

    private Determination determination(
            RegisteredSystem system,
            LevelAssessment assessment,
            Classified.Proposed proposed,
            LevelChoice.Taken taken,
            SignedIn by) {
        return new Determination(
                assessment.pack().version(),
                taken.chosen(),
                taken.proposed(),
                proposed.grounds().stream().map(Classification.Criterion::id).toList(),
                proposed.flags().stream().map(Classification.Flag::id).toList(),
                assessment.transition() == null ? null : assessment.transition().id(),
                taken.under().map(Classification.OverrideRule::id).orElse(null),
                taken.reason(),
                taken.approver(),
                system.inputs(),
                by.displayName(),
                transactions.now());
    }

    private SystemOutcome kept(Edit edit, RegisteredSystem before, Determination determination) {
        store.addDetermination(before.id(), determination);
        duties.closeAll(before.id(), DETERMINED, edit.by().displayName(), transactions.now());
        Map<String, @Nullable Object> after = new HashMap<>();
        after.put("proposed", determination.proposed());
        after.put("grounds", determination.grounds());
        after.put("approver", determination.approver());
        return transactions.changed(
                before,
                before.with(determination),
                new Noted(SystemAction.SYSTEM_LEVELLED, Map.of(), after, determination.reason()),
                SystemChanged.Change.LEVEL,
                edit.by());
    }

    /** A person states why the level is due again. */
    SystemOutcome demand(Edit edit, TaskCause cause, String detail) {
        if (!cause.stated()) {
            return SystemOutcome.Refused.of(SystemProblem.of("cause", Reason.CHOICE_UNKNOWN));
        }
        if (detail.isBlank()) {
            return SystemOutcome.Refused.of(SystemProblem.of("detail", Reason.REASON_MISSING));
        }
        return transactions.change(edit, system -> {
            duties.open(system.id(), cause, detail, edit.by().displayName(), transactions.now());
            return noted(edit, system, Map.of("task", cause.code(), "detail", detail), null);
        });
    }

    /** A person found that the level stays as it is. */
    SystemOutcome dismiss(Edit edit, long taskId, String why) {
        if (why.isBlank()) {
            return SystemOutcome.Refused.of(SystemProblem.of("why", Reason.REASON_MISSING));
        }
        return transactions.change(
                edit,
                system -> duties.close(system.id(), taskId, why, edit.by().displayName(), transactions.now())
                        ? noted(edit, system, Map.of("task", "closed"), why)
                        : new SystemOutcome.Stale(system));
    }

    private SystemOutcome noted(
            Edit edit, RegisteredSystem system, Map<String, Object> after, @Nullable String reason) {
        return transactions.changed(
                system,
                system,
                new Noted(SystemAction.SYSTEM_TASKED, Map.of(), new HashMap<>(after), reason),
                SystemChanged.Change.LEVEL,
                edit.by());
    }

    /** Determinations of a system, the latest first. */
    List<Determination> history(RegisteredSystem system) {
        return store.determinations(system.id());
    }
}
