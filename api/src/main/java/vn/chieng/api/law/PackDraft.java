package vn.chieng.api.law;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A version of a pack in the making.
 *
 * @param pack the pack it becomes a version of
 * @param base what it was copied from
 * @param version the version it becomes
 * @param files the texts by file name
 * @param summary what is changed and why
 * @param editors the accounts that wrote at it; none of them may approve it
 * @param rowVersion rises with every change
 */
record PackDraft(
        UUID id,
        String pack,
        PackVersion base,
        String version,
        Map<String, String> files,
        String summary,
        DraftState state,
        Set<Long> editors,
        String authorName,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable Decision decision,
        int rowVersion) {

    PackDraft {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        editors = Set.copyOf(editors);
    }

    /** What somebody else decided on it. */
    record Decision(String byName, Instant at, @Nullable String reason) {}

    /** How people call it. */
    public String name() {
        return pack + " " + version;
    }
}
