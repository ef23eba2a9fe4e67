package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.FormWords;

/** Checks a row in itself: what its status demands, words that are not the form's, days that cannot be. */
final class RowCheck {
    private final StatusWords words;
    private final List<Integer> levels;
    private final LocalDate last;

    RowCheck(StatusWords words, List<Integer> levels, LocalDate lastDayOfWindow) {
        this.words = words;
        this.levels = levels;
        this.last = lastDayOfWindow;
    }

    void check(ReportRow row, Findings found) {
        who(row, found);
        approval(row, found);
        if (words.isApproved(row.approvalStatus())) {
            approved(row, found);
        } else {
            unapproved(row, found);
        }
        regulation(row, found);
        deployment(row, found);
        assessment(row, found);
    }

    private void who(ReportRow row, Findings found) {
        found.addIf(row.name().isEmpty(), Kind.NAME_MISSING, Column.NAME);
        found.addIf(row.owner().isEmpty(), Kind.OWNER_MISSING, Column.OWNER);
        found.addIf(row.operator().isEmpty(), Kind.OPERATOR_MISSING, Column.OPERATOR);
        Integer level = row.level();
        if (level == null) {
            found.addIf(words.isWritten(row.approvalStatus()), Kind.LEVEL_MISSING, Column.LEVEL, row.approvalStatus());
        } else {
            found.addIf(!levels.contains(level), Kind.LEVEL_UNKNOWN, Column.LEVEL, level);
        }
    }

    private void approval(ReportRow row, Findings found) {
        String status = row.approvalStatus();
        if (status.isBlank()) {
            found.addIf(row.level() != null, Kind.APPROVAL_STATUS_MISSING, Column.APPROVAL);
        } else {
            found.addIf(
                    !StatusWords.isVerbatim(words.approval(), status),
                    Kind.APPROVAL_STATUS_NOT_VERBATIM,
                    Column.APPROVAL,
                    status);
        }
    }

    private void approved(ReportRow row, Findings found) {
        Act decision = row.decision();
        found.addIf(decision.number().isEmpty(), Kind.DECISION_NUMBER_MISSING, Column.DECISION);
        found.addIf(decision.issuer().isEmpty(), Kind.DECISION_ISSUER_MISSING, Column.DECISION);
        LocalDate day = decision.date();
        if (day == null) {
            found.add(Kind.DECISION_DATE_MISSING, Column.DECISION);
        } else {
            found.addIf(day.isAfter(last), Kind.DECISION_AFTER_WINDOW, Column.DECISION, shown(day), shown(last));
        }
        LocalDate planned = row.plannedApproval();
        if (planned != null) {
            found.add(Kind.PLANNED_APPROVAL_SUPERFLUOUS, Column.PLANNED_APPROVAL, shown(planned));
        }
    }

    private void unapproved(ReportRow row, Findings found) {
        found.addIf(
                row.decision().given(),
                Kind.DECISION_WITHOUT_APPROVAL,
                Column.DECISION,
                row.decision().line());
        LocalDate planned = row.plannedApproval();
        if (planned == null) {
            found.add(Kind.PLANNED_APPROVAL_MISSING, Column.PLANNED_APPROVAL);
        } else {
            found.addIf(
                    !planned.isAfter(last),
                    Kind.PLANNED_APPROVAL_PAST,
                    Column.PLANNED_APPROVAL,
                    shown(planned),
                    shown(last));
        }
        found.addIf(
                words.isFullyDeployed(row.deploymentStatus()),
                Kind.DEPLOYED_WITHOUT_APPROVAL,
                Column.DEPLOYMENT,
                row.deploymentStatus());
    }

    private void regulation(ReportRow row, Findings found) {
        Act regulation = row.regulation();
        LocalDate day = regulation.date();
        if (words.isApproved(row.approvalStatus()) || regulation.given()) {
            found.addIf(regulation.number().isEmpty(), Kind.REGULATION_NUMBER_MISSING, Column.REGULATION);
            found.addIf(regulation.issuer().isEmpty(), Kind.REGULATION_ISSUER_MISSING, Column.REGULATION);
            found.addIf(day == null, Kind.REGULATION_DATE_MISSING, Column.REGULATION);
        }
        if (day == null) {
            return;
        }
        found.addIf(day.isAfter(last), Kind.REGULATION_AFTER_WINDOW, Column.REGULATION, shown(day), shown(last));
        LocalDate decided = row.decision().date();
        if (decided != null) {
            found.addIf(
                    day.isAfter(decided),
                    Kind.REGULATION_AFTER_DECISION,
                    Column.REGULATION,
                    shown(day),
                    shown(decided));
        }
    }

    private void deployment(ReportRow row, Findings found) {
        String status = row.deploymentStatus();
        if (status.isBlank()) {
            found.addIf(words.isApproved(row.approvalStatus()), Kind.DEPLOYMENT_STATUS_MISSING, Column.DEPLOYMENT);
            return;
        }
        found.addIf(
                !StatusWords.isVerbatim(words.deployment(), status),
                Kind.DEPLOYMENT_STATUS_NOT_VERBATIM,
                Column.DEPLOYMENT,
                status);
        plannedDeployment(row, found);
    }

    private void plannedDeployment(ReportRow row, Findings found) {
        LocalDate planned = row.plannedDeployment();
        boolean full = words.isFullyDeployed(row.deploymentStatus());
        if (planned == null) {
            found.addIf(!full, Kind.PLANNED_DEPLOYMENT_MISSING, Column.PLANNED_DEPLOYMENT);
            return;
        }
        if (full) {
            found.add(Kind.PLANNED_DEPLOYMENT_SUPERFLUOUS, Column.PLANNED_DEPLOYMENT, shown(planned));
            return;
        }
        found.addIf(
                !planned.isAfter(last),
                Kind.PLANNED_DEPLOYMENT_PAST,
                Column.PLANNED_DEPLOYMENT,
                shown(planned),
                shown(last));
        LocalDate approval = row.plannedApproval();
        if (approval != null) {
            found.addIf(
                    planned.isBefore(approval),
                    Kind.PLANNED_DEPLOYMENT_BEFORE_APPROVAL,
                    Column.PLANNED_DEPLOYMENT,
                    shown(planned),
                    shown(approval));
        }
    }

    private void assessment(ReportRow row, Findings found) {
        Set<String> seen = new HashSet<>();
        for (String status : row.assessments()) {
            found.addIf(
                    !StatusWords.isVerbatim(words.assessment(), status),
                    Kind.ASSESSMENT_STATUS_NOT_VERBATIM,
                    Column.ASSESSMENT,
                    status);
            found.addIf(!seen.add(status), Kind.ASSESSMENT_STATUS_REPEATED, Column.ASSESSMENT, status);
        }
        found.addIf(
                words.isPeriodic(row.assessments()) && !words.isAppraised(row.approvalStatus()),
                Kind.ASSESSED_BEFORE_APPRAISAL,
                Column.ASSESSMENT,
                row.approvalStatus());
    }

    private static String shown(LocalDate day) {
        return FormWords.day(day);
    }
}
