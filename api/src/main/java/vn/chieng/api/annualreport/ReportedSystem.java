package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register and the dossiers know of a system on the day of the report.
 *
 * @param organizationId the operator, whose part the system belongs to
 * @param level the approved level, else the determined one
 * @param approval the key of the approval status in the pack's vocabulary; null where no dossier was begun
 * @param decidedOn the day of the decision, where one was taken
 */
public record ReportedSystem(
        UUID id,
        String organizationId,
        String name,
        String owner,
        String operator,
        @Nullable Integer level,
        @Nullable String approval,
        @Nullable LocalDate decidedOn) {}
