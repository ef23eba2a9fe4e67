package vn.chieng.api.identity;

import java.text.Normalizer;
import java.util.Optional;

/** Why somebody takes something away, in words that the audit log keeps. */
public final class Reason {
    /** The longest that is taken. */
    public static final int LONGEST = 500;

    private Reason() {}

    /** What was typed, or empty where it says nothing or far too much. */
    public static Optional<String> of(String typed) {
        return typed.isBlank() || typed.length() > LONGEST
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
    }
}
