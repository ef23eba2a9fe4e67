package vn.chieng.api.organizations.transfer;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.uploads.UploadState;

/**
 * One upload and what has become of it.
 *
 * @param total rows of the file; 0 until they have been counted
 * @param done rows that have been gone through in the present step
 * @param baseVersion the register's version that the comparison is true for
 * @param touchedAt when somebody last worked on it
 */
public record ImportJob(
        long id,
        String fileName,
        @Nullable Content content,
        UploadState state,
        int total,
        int done,
        Counts counts,
        @Nullable Long baseVersion,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many lines come to what. */
    public record Counts(int added, int changed, int unchanged, int bad) {}

    /** The kinds of files. */
    public enum Content {
        ORGANIZATIONS,
        CONTACTS;

        /** As in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many changes would be made. */
    public int changes() {
        return counts.added() + counts.changed();
    }
}
