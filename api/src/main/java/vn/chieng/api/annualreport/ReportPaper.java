package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.forms.DossierForms;
import vn.chieng.api.forms.FormFacts;
import vn.chieng.api.forms.FormFrame;
import vn.chieng.api.forms.FormPaper;
import vn.chieng.api.forms.FormValue;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.forms.PaperDetails;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.RuleText;

/** Sets a report as the form of the pack: figures, body text by section, and every system in the annex. */
final class ReportPaper {
    static final String FORM = "form-08";

    private final LawPack pack;
    private final StatusWords words;

    ReportPaper(LawPack pack) {
        this.pack = pack;
        this.words = StatusWords.of(pack);
    }

    FormPaper paper(ReportContent report, FormFrame frame, DocumentLanguage language, PaperDetails details) {
        FormFacts facts = new FormFacts(frame, values(report, FormWords.in(language)));
        return DossierForms.build(pack, FORM, facts, language, details)
                .orElseThrow(() -> new IllegalStateException(pack.version() + " has no layout of " + FORM));
    }

    private Map<String, FormValue> values(ReportContent report, FormWords language) {
        Map<String, FormValue> values = new HashMap<>();
        text(values, "year", Integer.toString(report.year()));
        text(values, "from", FormWords.day(report.first()));
        text(values, "to", FormWords.day(report.last()));
        Counts counts = report.counts(words);
        text(values, "total", Integer.toString(counts.total()));
        text(values, "classified", Integer.toString(counts.classified()));
        text(values, "written", Integer.toString(counts.written()));
        text(values, "appraised", Integer.toString(counts.appraised()));
        text(values, "approved", Integer.toString(counts.approved()));
        text(values, "approved-assessed", Integer.toString(counts.approvedAssessed()));
        report.units().stream()
                .flatMap(unit -> Stream.ofNullable(unit.part().plannedFinish()))
                .max(LocalDate::compareTo)
                .ifPresent(day -> text(values, "planned-finish", FormWords.day(day)));
        values.put("sections", sections(report, language));
        values.put("rows", new FormValue.Rows(rows(report).map(this::cells).toList()));
        return values;
    }

    private FormValue sections(ReportContent report, FormWords language) {
        List<FormValue.Chapter> chapters = new ArrayList<>();
        for (RuleText section : pack.reporting().sections()) {
            String text = report.sections().getOrDefault(section.id(), "");
            List<Block> blocks = text.isBlank()
                    ? List.of(Paragraph.of(language.dots()))
                    : text.lines()
                            .filter(line -> !line.isBlank())
                            .<Block>map(Paragraph::of)
                            .toList();
            chapters.add(new FormValue.Chapter((chapters.size() + 1) + ". " + language.of(section.text()), blocks));
        }
        List<Block> late = late(report, language);
        if (!late.isEmpty()) {
            chapters.add(new FormValue.Chapter((chapters.size() + 1) + ". " + language.text("forms.late-parts"), late));
        }
        return new FormValue.Chapters(chapters);
    }

    private static List<Block> late(ReportContent report, FormWords language) {
        Stream<Block> whole = Stream.ofNullable(report.late())
                .map(stated -> Paragraph.of(language.text("forms.late-whole", stated.reason(), stated.approver())));
        Stream<Block> parts = report.units().stream()
                .flatMap(unit -> Stream.ofNullable(unit.late())
                        .map(stated -> Paragraph.of(
                                language.text("forms.late-part", unit.name(), stated.reason(), stated.approver()))));
        return Stream.concat(whole, parts).toList();
    }

    private static Stream<ReportRow> rows(ReportContent report) {
        return report.units().stream().flatMap(unit -> unit.part().rows().stream());
    }

    private Map<String, String> cells(ReportRow row) {
        Integer level = row.level();
        return Map.ofEntries(
                Map.entry("name", row.name()),
                Map.entry("owner", row.owner()),
                Map.entry("operator", row.operator()),
                Map.entry("level", level == null ? "" : level.toString()),
                Map.entry("approval-status", row.approvalStatus()),
                Map.entry("decision", lines(row.decision())),
                Map.entry("regulation", lines(row.regulation())),
                Map.entry("planned-approval", day(row.plannedApproval())),
                Map.entry("deployment-status", row.deploymentStatus()),
                Map.entry("planned-deployment", day(row.plannedDeployment())),
                Map.entry("assessment-status", String.join("; ", row.assessments())));
    }

    /** The names of the annex's columns, the running number first. */
    List<String> annexColumns(FormWords language) {
        return Stream.concat(
                        Stream.of(language.text("forms.row-number")),
                        columns().stream().map(column -> language.of(column.label())))
                .toList();
    }

    /** The annex as rows of cells. */
    List<List<Object>> annexRows(ReportContent report) {
        List<List<Object>> all = new ArrayList<>();
        rows(report).forEach(row -> {
            Map<String, String> cells = cells(row);
            List<Object> line = new ArrayList<>();
            line.add(all.size() + 1);
            columns().forEach(column -> line.add(cells.getOrDefault(column.key(), "")));
            all.add(line);
        });
        return all;
    }

    private List<DossierContent.Column> columns() {
        return pack.dossier().forms().stream()
                .filter(form -> form.id().equals(FORM))
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.key().equals("rows"))
                .flatMap(field -> field.columns().stream())
                .toList();
    }

    /** A part a line: no day breaks in a narrow column. */
    private static String lines(Act act) {
        return act.parts().collect(Collectors.joining("\n"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : FormWords.day(day);
    }

    private static void text(Map<String, FormValue> values, String key, String text) {
        values.put(key, new FormValue.Text(text));
    }
}
