package vn.chieng.api.identity;

import java.util.Locale;

/** Whether a person's account can be used. */
public enum PersonState {
    ACTIVE,
    /** About to be disabled because nobody signed in for long. */
    IDLE,
    DISABLED;

    /** As in addresses and answers: {@code idle}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
