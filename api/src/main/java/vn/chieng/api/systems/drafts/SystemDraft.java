package vn.chieng.api.systems.drafts;

import java.time.Instant;
import java.util.UUID;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.cards.CardForm;

/** Somebody's half-filled registration; nobody else sees it. */
public record SystemDraft(
        UUID id, long accountId, CardForm card, SystemAnswers answers, Instant begunAt, Instant touchedAt) {

    SystemDraft with(CardForm other) {
        return new SystemDraft(id, accountId, other, answers, begunAt, touchedAt);
    }

    SystemDraft with(SystemAnswers other) {
        return new SystemDraft(id, accountId, card, other, begunAt, touchedAt);
    }
}
