package vn.chieng.api.incidents.related;

import java.util.List;
import vn.chieng.api.incidents.Incident;

/**
 * Another incident that has to do with one.
 *
 * @param likeness from 0 to 100; by shared rules, techniques, subject and values
 */
public record Related(Incident incident, int likeness, List<Reason> reasons) {
    public Related {
        reasons = List.copyOf(reasons);
    }

    /** What the two share; {@code value} is text of an unknown hand. */
    public record Reason(Kind kind, String value) {}

    /** The kinds of reasons, the weightiest first. */
    public enum Kind {
        OBSERVABLE,
        SUBJECT,
        ADDRESS,
        HOST,
        RULE,
        TECHNIQUE;

        /** As the API spells it. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
