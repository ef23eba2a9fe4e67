package vn.chieng.api.dossiers;

import java.util.List;
import java.util.Locale;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.forms.FormWords;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Words;

/** What a place in a section is called: the pack's label of its field, or its row and column. */
final class PlaceLabels {
    private PlaceLabels() {}

    static String of(Section section, String place, SectionContent content, Locale locale) {
        FormWords words = FormWords.in(FormWords.language(locale));
        String[] parts = place.split("\\.", 3);
        if (parts.length == 2) {
            return section.fields().stream()
                    .filter(field -> field.key().equals(parts[1]))
                    .map(field -> words.of(field.label()))
                    .findFirst()
                    .orElse(parts[1]);
        }
        String row = section.items().stream()
                .filter(item -> item.id().equals(parts[1]))
                .map(item -> words.of(item.text()))
                .findFirst()
                .orElseGet(() -> "#" + rowNumber(content, parts[1]));
        String column = section.columns().stream()
                .filter(each -> each.key().equals(parts[2]))
                .map(DossierContent.Column::label)
                .map((Words label) -> words.of(label))
                .findFirst()
                .orElse(parts[2]);
        return row + " · " + column;
    }

    private static int rowNumber(SectionContent content, String key) {
        List<SectionContent.Row> rows = content.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        return rows.size() + 1;
    }

    /** The answers that the pack offers for a requirement. */
    static List<DossierContent.Word> answers(LawPack pack) {
        return pack.dossier().vocabularies().stream()
                .filter(vocabulary -> vocabulary.id().equals("requirement-answer"))
                .flatMap(vocabulary -> vocabulary.words().stream())
                .toList();
    }
}
