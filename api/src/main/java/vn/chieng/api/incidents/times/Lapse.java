package vn.chieng.api.incidents.times;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A span that is measured, always between first entries: what goes back and comes again does not start it anew. */
public enum Lapse {
    /** From the first trace to the incident's opening (T0). */
    DETECT,
    /** From T0 until somebody takes it. */
    ACKNOWLEDGE,
    /** From when it was taken until it is confirmed or dismissed, whichever is first. */
    TRIAGE,
    /** From T0 until it is confirmed. */
    QUALIFY,
    /** From T0 until it is kept from spreading, which is when the removal of causes begins. */
    CONTAIN,
    /** From T0 until what it hit works again. */
    RESOLVE;

    /** As in addresses and bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code, if there is one. */
    public static Optional<Lapse> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
