package vn.chieng.api.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the events that really came have shown of a rule's log source and fields; what is configured is {@link MissingInput}.
 *
 * @param at the latest event of the log source that was looked at; null where there was none
 * @param fields with {@link State#FIELDS} those that no event has had
 * @param since when looking began; null where nobody has looked yet
 */
public record SeenInput(
        State state,
        @Nullable Instant at,
        List<String> fields,
        @Nullable Instant since) {

    /** How much was there. */
    public enum State {
        /** Nobody has looked yet. */
        UNKNOWN,
        /** Events of the log source, with the fields that the rule cannot do without. */
        SEEN,
        /** Events of the log source, but never with some field. */
        FIELDS,
        /** No event of the log source. */
        SOURCE;

        /** As in the database, in addresses and bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SeenInput {
        fields = List.copyOf(fields);
    }
}
