package vn.chieng.api.annualreport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of a row by name, for the trail. */
final class RowFields {
    private RowFields() {}

    static Map<String, @Nullable Object> of(ReportRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("owner", row.owner());
        fields.put("operator", row.operator());
        fields.put("level", row.level());
        fields.put("approvalStatus", row.approvalStatus());
        fields.put("decision", row.decision().line());
        fields.put("regulation", row.regulation().line());
        fields.put("plannedApproval", Objects.toString(row.plannedApproval(), ""));
        fields.put("deploymentStatus", row.deploymentStatus());
        fields.put("plannedDeployment", Objects.toString(row.plannedDeployment(), ""));
        fields.put("assessments", String.join("; ", row.assessments()));
        return fields;
    }
}
