package vn.chieng.api.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.coverage.checks.RecordedCheck;

/** A fact as somebody recorded it. */
public record CoverageFact(
        String organizationId,
        FactKind kind,
        String state,
        LocalDate asOf,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt,
        int version) {
    private static final String DONE = "done";

    /** The latest check of a kind, as what is known of its body. */
    static CoverageFact of(FactKind kind, RecordedCheck check) {
        return new CoverageFact(
                check.organizationId(),
                kind,
                DONE,
                check.heldOn(),
                check.note(),
                check.recordedBy(),
                check.recordedAt(),
                0);
    }
}
