package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.FormWords;

/** Finds across all units what stands twice: the same name at one operator, one decision with two days. */
final class RepeatCheck {
    private record Decision(String number, String issuer) {}

    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Decision, LocalDate> decisions = new HashMap<>();

    void check(ReportRow row, Findings found) {
        String name = (row.operator() + '\n' + row.name()).toLowerCase(Locale.ROOT);
        found.addIf(
                !row.name().isEmpty() && names.merge(name, 1, Integer::sum) > 1,
                Kind.NAME_REPEATED,
                Column.NAME,
                row.name(),
                row.operator());
        Act decision = row.decision();
        LocalDate day = decision.date();
        if (day == null || decision.number().isEmpty()) {
            return;
        }
        LocalDate first = decisions.putIfAbsent(new Decision(decision.number(), decision.issuer()), day);
        if (first != null) {
            found.addIf(
                    !first.equals(day),
                    Kind.DECISION_NUMBER_REPEATED,
                    Column.DECISION,
                    decision.number(),
                    FormWords.day(first),
                    FormWords.day(day));
        }
    }
}
