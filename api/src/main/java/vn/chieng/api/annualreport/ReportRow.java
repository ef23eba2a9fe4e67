package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports of one system; the statuses are kept as written, so that a word that is not the form's can be found.
 *
 * @param systemId the system in the register; null for one that is not there
 * @param assessments one status, both, or none
 */
public record ReportRow(
        @Nullable UUID systemId,
        String name,
        String owner,
        String operator,
        @Nullable Integer level,
        String approvalStatus,
        Act decision,
        Act regulation,
        @Nullable LocalDate plannedApproval,
        String deploymentStatus,
        @Nullable LocalDate plannedDeployment,
        List<String> assessments) {

    public ReportRow {
        name = name.strip();
        owner = owner.strip();
        operator = operator.strip();
        assessments = List.copyOf(assessments);
    }
}
