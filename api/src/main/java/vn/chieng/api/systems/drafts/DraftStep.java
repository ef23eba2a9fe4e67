package vn.chieng.api.systems.drafts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages of the guided form, in their order. */
enum DraftStep {
    SCOPING,
    CARD,
    ANSWERS,
    CHECK;

    /** As in addresses and bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DraftStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    DraftStep next() {
        return switch (this) {
            case SCOPING -> CARD;
            case CARD -> ANSWERS;
            case ANSWERS, CHECK -> CHECK;
        };
    }

    DraftStep previous() {
        return switch (this) {
            case SCOPING, CARD -> SCOPING;
            case ANSWERS -> CARD;
            case CHECK -> ANSWERS;
        };
    }
}
