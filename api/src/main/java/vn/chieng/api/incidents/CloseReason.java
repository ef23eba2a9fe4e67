package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an incident was closed. */
public enum CloseReason {
    /** It was one, and it has been dealt with. */
    RESOLVED,
    /** The alert was wrong. */
    FALSE_POSITIVE,
    /** True, but without effect: not an incident in the sense of the law. */
    NOT_AN_INCIDENT,
    /** Another incident carries it. */
    DUPLICATE;

    /** As the API spells it: {@code false-positive}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
