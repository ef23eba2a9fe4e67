package vn.chieng.api.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chieng.api.documents.Checklist;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.dossiers.content.Answers;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.forms.FormValue;
import vn.chieng.api.forms.FormWords;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Requirements;

/** Sections as values of papers. */
final class PaperValues {
    private static final Map<String, Checklist.Answer> ANSWERS = Map.of(
            "met", Checklist.Answer.MET,
            "partly", Checklist.Answer.PARTLY_MET,
            "not-met", Checklist.Answer.NOT_MET,
            "not-applicable", Checklist.Answer.NOT_APPLICABLE);

    private PaperValues() {}

    static void put(Section section, SectionContent content, Map<String, FormValue> values) {
        switch (section.kind()) {
            case FIELDS ->
                section.fields().forEach(field -> {
                    String text = content.text(field.key());
                    if (!text.isEmpty()) {
                        values.put(
                                field.key(),
                                field.many()
                                        ? new FormValue.Items(text.lines()
                                                .filter(line -> !line.isBlank())
                                                .toList())
                                        : new FormValue.Text(text));
                    }
                });
            case TABLE -> {
                DossierContent.Field table = section.table();
                if (table != null && !content.rows().isEmpty()) {
                    values.put(
                            table.key(),
                            new FormValue.Rows(content.rows().stream()
                                    .map(SectionContent.Row::cells)
                                    .toList()));
                }
            }
            case CHECKLIST, STATEMENTS -> {}
        }
    }

    /** Each requirement with its answer, group by group; what is not answered stands as not met. */
    static FormValue checklist(DossierContext.Known known, List<DossierFile> files, DocumentLanguage language) {
        FormWords words = FormWords.in(language);
        List<FormValue.Chapter> chapters = new ArrayList<>();
        for (Section group : known.sections().checklist()) {
            SectionContent content = known.stored(group.key()).content();
            List<Checklist.Item> items = group.items().stream()
                    .map(item -> item(item, content.row(item.id()), names(files, group, item), words))
                    .toList();
            chapters.add(new FormValue.Chapter(words.of(group.title()), List.of(new Checklist(items))));
        }
        return new FormValue.Chapters(chapters);
    }

    private static Stream<String> names(List<DossierFile> files, Section group, Requirements.Item item) {
        return files.stream()
                .filter(file -> file.attachment() && file.belongsTo(group.key()) && file.provesItem(item.id()))
                .map(DossierFile::name);
    }

    private static Checklist.Item item(
            Requirements.Item item, Optional<SectionContent.Row> answer, Stream<String> files, FormWords words) {
        String proof = joined(Stream.concat(cells(answer, Answers.HOW, Answers.EVIDENCE), files));
        String duty = joined(cells(answer, Answers.OWNER, Answers.DUE));
        String remark = Stream.of(proof, duty).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        Checklist.Answer given = answer.map(
                        row -> ANSWERS.getOrDefault(row.cell(Answers.ANSWER), Checklist.Answer.NOT_MET))
                .orElse(Checklist.Answer.NOT_MET);
        return new Checklist.Item(given, words.of(item.text()), remark);
    }

    private static Stream<String> cells(Optional<SectionContent.Row> answer, String... columns) {
        return answer.stream().flatMap(row -> Stream.of(columns).map(row::cell));
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }
}
