package vn.chieng.api.incidents.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param parts what it was, in words of ours and of others, in this order
 * @param actor who did it; null where nobody did
 * @param note what somebody wrote about it
 * @param path where more of it is; null where nothing is
 */
public record TimelineEntry(
        Instant at,
        Source source,
        List<Part> parts,
        @Nullable String actor,
        @Nullable String note,
        @Nullable String path) {
    public TimelineEntry {
        parts = List.copyOf(parts);
    }

    /** From whom it is. */
    public enum Source {
        ALERT,
        ACTION,
        NOTE;

        /** As in addresses and in the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A piece of the sentence. */
    public sealed interface Part {

        /** Words of ours: a bundle key and what it takes. */
        record Label(String key, List<Object> arguments) implements Part {
            public Label {
                arguments = List.copyOf(arguments);
            }

            @Override
            public boolean ours() {
                return true;
            }
        }

        /** Text of an unknown hand. */
        record Value(String text) implements Part {
            @Override
            public boolean ours() {
                return false;
            }
        }

        /** Whether the words are ours. */
        boolean ours();

        /** Words of ours that take nothing. */
        static Part label(String key) {
            return new Label(key, List.of());
        }
    }
}
