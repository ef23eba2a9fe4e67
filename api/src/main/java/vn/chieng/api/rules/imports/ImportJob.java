package vn.chieng.api.rules.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.uploads.UploadState;

/**
 * One upload and what has become of it.
 *
 * @param failure why it failed, as a code
 * @param total files of the step under way; 0 until they have been counted
 * @param done files that have been gone through in that step
 */
public record ImportJob(
        long id,
        String fileName,
        UploadState state,
        @Nullable String failure,
        int total,
        int done,
        Counts counts,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /**
     * How many rules come to what.
     *
     * @param ineffective of those that are new or changed
     * @param skipped files that were left out
     * @param taken rules that were accepted in the end
     * @param enabled of those, the new ones that run
     */
    public record Counts(
            int added, int changed, int unchanged, int refused, int ineffective, int skipped, int taken, int enabled) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** How far the step under way is, in per cent. */
    public int percent() {
        return total == 0 ? 0 : Math.min(100, 100 * done / total);
    }

    /** How many rules could be accepted. */
    public int changes() {
        return counts.added() + counts.changed();
    }
}
