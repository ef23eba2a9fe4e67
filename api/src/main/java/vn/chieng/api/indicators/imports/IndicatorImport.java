package vn.chieng.api.indicators.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.uploads.UploadState;

/**
 * One upload and what has become of it.
 *
 * @param failure why it failed, as a bundle key's end
 * @param done lines that have been gone through in the present step
 */
public record IndicatorImport(
        long id,
        String fileName,
        UploadState state,
        @Nullable String failure,
        int done,
        Counts counts,
        String accountName,
        Instant startedAt,
        Instant touchedAt) {

    /** How many lines come to what. */
    public record Counts(int added, int changed, int unchanged, int refused) {
        /** How many lines there are. */
        public int total() {
            return added + changed + unchanged + refused;
        }
    }

    /** How many indicators would change. */
    public int changes() {
        return counts.added() + counts.changed();
    }
}
