package vn.chieng.api.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of the council, with the vote as far as there is one. */
public record CouncilSeat(
        long accountId,
        String name,
        Instant namedAt,
        @Nullable Boolean fit,
        @Nullable String opinion,
        @Nullable Instant votedAt) {}
