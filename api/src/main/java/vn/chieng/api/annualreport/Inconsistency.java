package vn.chieng.api.annualreport;

import java.util.List;

/**
 * Something that does not fit, with its place.
 *
 * @param unit the organisation; empty where it concerns the whole report
 * @param row the row of the unit from 1; 0 where it concerns no row
 * @param column the column of the form from 1; 0 where it concerns none
 * @param values what the reason names
 */
public record Inconsistency(Kind kind, String unit, int row, int column, List<String> values) {

    public Inconsistency {
        values = List.copyOf(values);
    }

    /** Why something does not fit; each has words in the bundle. */
    public enum Kind {
        NAME_MISSING,
        OWNER_MISSING,
        OPERATOR_MISSING,
        LEVEL_MISSING,
        LEVEL_UNKNOWN,
        APPROVAL_STATUS_MISSING,
        APPROVAL_STATUS_NOT_VERBATIM,
        DECISION_NUMBER_MISSING,
        DECISION_DATE_MISSING,
        DECISION_ISSUER_MISSING,
        DECISION_WITHOUT_APPROVAL,
        DECISION_AFTER_WINDOW,
        REGULATION_NUMBER_MISSING,
        REGULATION_DATE_MISSING,
        REGULATION_ISSUER_MISSING,
        REGULATION_AFTER_DECISION,
        REGULATION_AFTER_WINDOW,
        PLANNED_APPROVAL_MISSING,
        PLANNED_APPROVAL_PAST,
        PLANNED_APPROVAL_SUPERFLUOUS,
        DEPLOYMENT_STATUS_MISSING,
        DEPLOYMENT_STATUS_NOT_VERBATIM,
        DEPLOYED_WITHOUT_APPROVAL,
        PLANNED_DEPLOYMENT_MISSING,
        PLANNED_DEPLOYMENT_PAST,
        PLANNED_DEPLOYMENT_SUPERFLUOUS,
        PLANNED_DEPLOYMENT_BEFORE_APPROVAL,
        ASSESSMENT_STATUS_NOT_VERBATIM,
        ASSESSMENT_STATUS_REPEATED,
        ASSESSED_BEFORE_APPRAISAL,
        SYSTEM_UNKNOWN,
        SYSTEM_OF_ANOTHER_UNIT,
        NAME_DIFFERS,
        OWNER_DIFFERS,
        OPERATOR_DIFFERS,
        LEVEL_DIFFERS,
        APPROVAL_STATUS_DIFFERS,
        DECISION_DATE_DIFFERS,
        SYSTEM_REPEATED,
        NAME_REPEATED,
        DECISION_NUMBER_REPEATED,
        SYSTEM_LEFT_OUT,
        TOTAL_DIFFERS,
        CLASSIFIED_DIFFERS,
        WRITTEN_DIFFERS,
        APPRAISED_DIFFERS,
        APPROVED_DIFFERS,
        APPROVED_ASSESSED_DIFFERS,
        FINISH_MISSING,
        FINISH_PAST,
        FINISH_BEFORE_A_ROW,
        UNIT_NOT_APPROVED,
        UNIT_MISSING,
        SECTION_EMPTY
    }
}
