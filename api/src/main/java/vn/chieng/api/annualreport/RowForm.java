package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed of one row; the fields carry the names of the form's columns. */
record RowForm(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String operator,
        @Nullable Integer level,
        @Nullable String approval,
        @Nullable String decisionNumber,
        @Nullable String decisionDate,
        @Nullable String decisionIssuer,
        @Nullable String regulationNumber,
        @Nullable String regulationDate,
        @Nullable String regulationIssuer,
        @Nullable String plannedApproval,
        @Nullable String deployment,
        @Nullable String plannedDeployment,
        @Nullable List<String> assessments) {
    private static final int MOST_ASSESSMENTS = 4;

    static RowForm of(ReportRow row) {
        return new RowForm(
                row.name(),
                row.owner(),
                row.operator(),
                row.level(),
                row.approvalStatus(),
                row.decision().number(),
                Typed.shown(row.decision().date()),
                row.decision().issuer(),
                row.regulation().number(),
                Typed.shown(row.regulation().date()),
                row.regulation().issuer(),
                Typed.shown(row.plannedApproval()),
                row.deploymentStatus(),
                Typed.shown(row.plannedDeployment()),
                row.assessments());
    }

    /** The fields whose days cannot be read, by the id of their input. */
    List<String> unreadable() {
        List<String> wrong = new ArrayList<>();
        note("decisionDate", decisionDate, wrong);
        note("regulationDate", regulationDate, wrong);
        note("plannedApproval", plannedApproval, wrong);
        note("plannedDeployment", plannedDeployment, wrong);
        return wrong;
    }

    private static void note(String field, @Nullable String typed, List<String> wrong) {
        if (Typed.given(typed) && Typed.day(typed).isEmpty()) {
            wrong.add(field);
        }
    }

    /** The row as typed, still about the same system. */
    ReportRow row(ReportRow before) {
        return new ReportRow(
                before.systemId(),
                Typed.lineOrEmpty(name),
                Typed.lineOrEmpty(owner),
                Typed.lineOrEmpty(operator),
                level,
                Typed.lineOrEmpty(approval),
                act(decisionNumber, decisionDate, decisionIssuer),
                act(regulationNumber, regulationDate, regulationIssuer),
                day(plannedApproval),
                Typed.lineOrEmpty(deployment),
                day(plannedDeployment),
                assessments == null
                        ? List.of()
                        : assessments.stream()
                                .map(Typed::lineOrEmpty)
                                .filter(status -> !status.isEmpty())
                                .limit(MOST_ASSESSMENTS)
                                .toList());
    }

    private static Act act(@Nullable String number, @Nullable String date, @Nullable String issuer) {
        return new Act(Typed.lineOrEmpty(number), day(date), Typed.lineOrEmpty(issuer));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return Typed.day(typed).orElse(null);
    }
}
