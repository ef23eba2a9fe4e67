package vn.chieng.api.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.content.SectionContent;

/** A section as somebody saved it last. */
public record StoredSection(
        String key,
        int version,
        SectionContent content,
        boolean done,
        @Nullable String reusedFrom,
        @Nullable Instant changedAt,
        long changedBy,
        String changedByName) {

    /** A section that nobody has saved yet. */
    public static StoredSection blank(String key) {
        return new StoredSection(key, 0, SectionContent.EMPTY, false, null, null, 0, "");
    }
}
