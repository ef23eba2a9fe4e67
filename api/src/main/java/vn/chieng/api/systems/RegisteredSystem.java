package vn.chieng.api.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A system as it stands in the register.
 *
 * @param code what people call it: {@code HT-00001}
 * @param determination the level determined last; null where none is
 * @param version advanced by every change
 */
public record RegisteredSystem(
        UUID id,
        String code,
        SystemCard card,
        SystemStatus status,
        @Nullable LocalDate statusSince,
        SystemAnswers answers,
        @Nullable Determination determination,
        int version,
        Instant createdAt,
        Instant changedAt) {

    public String name() {
        return card.name();
    }

    /** The body that operates it. */
    public String organizationId() {
        return card.operatorId();
    }

    public String ownerId() {
        return card.ownerId();
    }

    /** Operator, owner and delegate. */
    public List<String> organizationIds() {
        return card.organizationIds();
    }

    /** Answers by input of the pack. */
    public Map<String, Object> inputs() {
        return answers.inputs();
    }

    public @Nullable Integer level() {
        return determination == null ? null : determination.level();
    }

    /** The pack that the level was determined under. */
    public @Nullable PackVersion packVersion() {
        return determination == null ? null : determination.pack();
    }

    public RegisteredSystem with(SystemCard other) {
        return new RegisteredSystem(
                id, code, other, status, statusSince, answers, determination, version, createdAt, changedAt);
    }

    public RegisteredSystem with(SystemAnswers other) {
        return new RegisteredSystem(
                id, code, card, status, statusSince, other, determination, version, createdAt, changedAt);
    }

    public RegisteredSystem with(SystemStatus other, LocalDate since) {
        return new RegisteredSystem(
                id, code, card, other, since, answers, determination, version, createdAt, changedAt);
    }

    public RegisteredSystem with(Determination other) {
        return new RegisteredSystem(id, code, card, status, statusSince, answers, other, version, createdAt, changedAt);
    }

    public RegisteredSystem changedAt(Instant at) {
        return new RegisteredSystem(
                id, code, card, status, statusSince, answers, determination, version, createdAt, at);
    }

    RegisteredSystem nextVersion() {
        return new RegisteredSystem(
                id, code, card, status, statusSince, answers, determination, version + 1, createdAt, changedAt);
    }
}
