package vn.chieng.api.systems.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemChanged;
import vn.chieng.api.systems.SystemIds;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.SystemStore;
import vn.chieng.api.systems.SystemTransactions;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.SystemTransactions.Noted;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.api.systems.levels.Redetermination;
import vn.chieng.law.levels.Classified;

/** Adds systems and changes what they are and what was answered about them. */
@Component
public final class SystemEditor {
    private final SystemTransactions transactions;
    private final SystemStore store;
    private final CardRules rules;
    private final LevelAssessor assessor;
    private final Redetermination redetermination;
    private final SystemIds ids;

    SystemEditor(
            SystemTransactions transactions,
            SystemStore store,
            CardRules rules,
            LevelAssessor assessor,
            Redetermination redetermination,
            SystemIds ids) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.assessor = assessor;
        this.redetermination = redetermination;
        this.ids = ids;
    }

    /** Registers a system as planned; what the pack excludes is not registered. */
    public SystemOutcome add(SystemCard card, SystemAnswers answers, SignedIn by) {
        return transactions.inTransaction(() -> {
            List<SystemProblem> problems =
                    new java.util.ArrayList<>(rules.problems(card, null, by.scope(), assessor.today()));
            excluded(card, answers).ifPresent(problems::add);
            if (!problems.isEmpty()) {
                return new SystemOutcome.Refused(problems);
            }
            Instant now = transactions.now();
            return transactions.added(
                    new RegisteredSystem(
                            ids.next(), store.nextCode(), card, SystemStatus.PLANNED, null, answers, null, 1, now, now),
                    by);
        });
    }

    /** Another card in the place of the one before. */
    public SystemOutcome change(Edit edit, SystemCard card) {
        return transactions.change(edit, before -> {
            List<SystemProblem> problems =
                    rules.problems(card, before.card(), edit.by().scope(), assessor.today());
            if (!problems.isEmpty()) {
                return new SystemOutcome.Refused(problems);
            }
            return card.equals(before.card())
                    ? new SystemOutcome.Done(before)
                    : transactions.changed(
                            before,
                            before.with(card),
                            Noted.of(SystemAction.SYSTEM_CHANGED),
                            SystemChanged.Change.CARD,
                            edit.by());
        });
    }

    /** Other answers in the place of those before; where a level rests on the old ones, it is due again. */
    public SystemOutcome change(Edit edit, SystemAnswers answers) {
        return transactions.change(edit, before -> {
            if (answers.equals(before.answers())) {
                return new SystemOutcome.Done(before);
            }
            Optional<SystemProblem> excluded = excluded(before.card(), answers);
            if (excluded.isPresent()) {
                return SystemOutcome.Refused.of(excluded.get());
            }
            RegisteredSystem after = before.with(answers);
            redetermination.answered(after, edit.by());
            return transactions.changed(
                    before, after, Noted.of(SystemAction.SYSTEM_ANSWERED), SystemChanged.Change.ANSWERS, edit.by());
        });
    }

    private Optional<SystemProblem> excluded(SystemCard card, SystemAnswers answers) {
        return assessor.assess(answers, card.projectStart())
                .filter(assessment -> assessment.outcome() instanceof Classified.Excluded)
                .map(_ -> SystemProblem.of("answers", Reason.EXCLUDED));
    }
}
