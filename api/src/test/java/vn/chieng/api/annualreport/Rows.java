package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows with one cell changed. */
final class Rows {
    private Rows() {}

    static ReportRow who(ReportRow row, String name, String owner, String operator) {
        return new ReportRow(
                row.systemId(),
                name,
                owner,
                operator,
                row.level(),
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow system(ReportRow row, @Nullable UUID id) {
        return new ReportRow(
                id,
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow level(ReportRow row, @Nullable Integer level) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                level,
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow approval(ReportRow row, String status) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                status,
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow acts(ReportRow row, Act decision, Act regulation) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                decision,
                regulation,
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow planned(ReportRow row, @Nullable LocalDate approval, @Nullable LocalDate deployment) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                approval,
                row.deploymentStatus(),
                deployment,
                row.assessments());
    }

    static ReportRow deployment(ReportRow row, String status) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                status,
                row.plannedDeployment(),
                row.assessments());
    }

    static ReportRow assessed(ReportRow row, String... statuses) {
        return new ReportRow(
                row.systemId(),
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                row.decision(),
                row.regulation(),
                row.plannedApproval(),
                row.deploymentStatus(),
                row.plannedDeployment(),
                List.of(statuses));
    }
}
