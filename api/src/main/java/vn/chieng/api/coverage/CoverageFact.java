package vn.chieng.api.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact as somebody recorded it. */
public record CoverageFact(
        String organizationId,
        FactKind kind,
        String state,
        LocalDate asOf,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt,
        int version) {}
