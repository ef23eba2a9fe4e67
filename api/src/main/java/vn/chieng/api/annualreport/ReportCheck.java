package vn.chieng.api.annualreport;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.RuleText;

/** Finds everything that does not fit in a report; a report is frozen only when there is nothing. */
final class ReportCheck {
    private final LawPack pack;
    private final StatusWords words;
    private final List<Integer> levels;

    ReportCheck(LawPack pack) {
        this.pack = pack;
        words = StatusWords.of(pack);
        levels = pack.dossier().forms().stream()
                .map(DossierContent.Form::levels)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    List<Inconsistency> check(ReportContent report, List<ReportedSystem> systems) {
        Findings found = Findings.ofReport();
        RowCheck rows = new RowCheck(words, levels, report.last());
        UnitCheck units = new UnitCheck(words, report.last());
        RegisterCheck register = new RegisterCheck(words, systems);
        RepeatCheck repeats = new RepeatCheck();
        for (ReportContent.Unit unit : report.units()) {
            Findings ofUnit = found.unit(unit.organizationId());
            units.check(unit, ofUnit);
            int number = 0;
            for (ReportRow row : unit.part().rows()) {
                number++;
                Findings ofRow = ofUnit.row(number);
                rows.check(row, ofRow);
                register.check(unit.organizationId(), row, ofRow);
                repeats.check(row, ofRow);
            }
        }
        register.leftOut(ids(report), found);
        for (RuleText section : pack.reporting().sections()) {
            found.addIf(
                    report.sections().getOrDefault(section.id(), "").isBlank(), Kind.SECTION_EMPTY, 0, section.id());
        }
        return found.all();
    }

    private static Set<String> ids(ReportContent report) {
        return report.units().stream().map(ReportContent.Unit::organizationId).collect(Collectors.toSet());
    }
}
