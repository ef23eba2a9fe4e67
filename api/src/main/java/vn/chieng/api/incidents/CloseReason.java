package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** How an incident ended: dealt with, or why it was dismissed. */
public enum CloseReason {
    /** It was one, and it has been dealt with. */
    RESOLVED,
    /** The alert was wrong. */
    FALSE_POSITIVE,
    /** True, but without effect: not an incident in the sense of the law. */
    NOT_AN_INCIDENT,
    /** Somebody was allowed to do it: maintenance, a scan that was announced. */
    AUTHORIZED,
    /** Another incident carries it. */
    DUPLICATE;

    /** Those for which an incident is dismissed. */
    public static final List<CloseReason> DISMISSALS = List.of(FALSE_POSITIVE, NOT_AN_INCIDENT, AUTHORIZED, DUPLICATE);

    /** As the API spells it: {@code false-positive}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
