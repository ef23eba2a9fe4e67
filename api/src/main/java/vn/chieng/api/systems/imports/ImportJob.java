package vn.chieng.api.systems.imports;

import java.time.Instant;
import vn.chieng.api.uploads.UploadState;

/**
 * One upload of systems and what has become of it.
 *
 * @param organizationId the body that the uploader acted for
 * @param total rows of the file; 0 until they have been counted
 * @param done rows that have been gone through in the present step
 * @param touchedAt when somebody last worked on it
 */
public record ImportJob(
        long id,
        String fileName,
        UploadState state,
        int total,
        int done,
        Counts counts,
        String organizationId,
        long accountId,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many rows come to what. */
    public record Counts(int added, int changed, int unchanged, int bad) {
        /** Of one verdict. */
        public int of(ImportLine.Verdict verdict) {
            return switch (verdict) {
                case ADDED -> added;
                case CHANGED -> changed;
                case UNCHANGED -> unchanged;
                case BAD -> bad;
            };
        }
    }
}
