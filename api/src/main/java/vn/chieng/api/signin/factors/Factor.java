package vn.chieng.api.signin.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second factor without its secret.
 *
 * @param confirmedAt when a code proved it; null: not yet
 * @param lastStep the last time step whose code was taken
 */
public record Factor(Instant createdAt, @Nullable Instant confirmedAt, long lastStep) {

    boolean confirmed() {
        return confirmedAt != null;
    }
}
