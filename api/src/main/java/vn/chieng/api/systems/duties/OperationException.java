package vn.chieng.api.systems.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system operates although gates before operation are shut.
 *
 * @param approver who answers for it
 * @param until null where no end is named
 * @param gates ids of the gates left out
 */
public record OperationException(
        UUID systemId,
        String approver,
        String reason,
        @Nullable LocalDate until,
        List<String> gates,
        String pack,
        Instant recordedAt,
        String recordedBy) {
    public OperationException {
        gates = List.copyOf(gates);
    }
}
