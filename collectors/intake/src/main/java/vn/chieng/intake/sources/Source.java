package vn.chieng.intake.sources;

import org.jspecify.annotations.Nullable;
import vn.chieng.event.RetentionClass;

/**
 * A registered sender: what is stamped on each of its events, never taken from their text.
 *
 * @param systemLevel security level 1 to 5 of the information system, null where it has none
 * @param codec name of the codec, or {@code auto}
 */
public record Source(
        String id,
        String organizationId,
        @Nullable String systemId,
        @Nullable Integer systemLevel,
        RetentionClass retention,
        String codec,
        @Nullable String exerciseId) {

    /** Codec name that means: look at the frame and choose. */
    public static final String AUTO = "auto";

    /** Stands for a syslog sender that is not in the table. */
    public static final Source UNREGISTERED =
            new Source("unregistered", "unassigned", null, null, RetentionClass.R12, AUTO, null);

    public Source {
        if (id.isBlank() || organizationId.isBlank() || codec.isBlank()) {
            throw new IllegalArgumentException("a source needs an id, an organisation and a codec");
        }
        if (systemLevel != null && (systemLevel < 1 || systemLevel > 5)) {
            throw new IllegalArgumentException("systemLevel is not 1 to 5");
        }
    }
}
