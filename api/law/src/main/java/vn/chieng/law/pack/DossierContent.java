package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;

/** The theme of papers: dossier parts, forms, headings and fixed words. */
public record DossierContent(
        List<Part> parts, List<Form> forms, List<RuleText> headings, List<Vocabulary> vocabularies) {

    public DossierContent {
        parts = List.copyOf(parts);
        forms = List.copyOf(forms);
        headings = List.copyOf(headings);
        vocabularies = List.copyOf(vocabularies);
    }

    /** A part of the dossier with the fields its form must capture. */
    public record Part(
            @Inline Basis basis,
            String number,
            Words title,
            List<Integer> levels,
            @Nullable Condition when,
            List<Field> fields)
            implements Rule {
        public Part {
            levels = List.copyOf(levels);
            fields = List.copyOf(fields);
        }
    }

    /** Something to fill in; {@code many} stands for a table of rows, which may have named columns. */
    public record Field(String key, Words label, boolean many, boolean optional, List<Column> columns) {
        public Field {
            columns = List.copyOf(columns);
        }
    }

    /** A column of a table, as wide as its share of all columns' shares. */
    public record Column(String key, Words label, int share) {
        public Column {
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException("the share of a column lies between 1 and 100");
            }
        }
    }

    /** A paper of the appendix. */
    public record Form(
            @Inline Basis basis,
            String number,
            Words title,
            Words use,
            List<Integer> levels,
            List<@RefersTo("actors") String> signedBy,
            List<Field> fields,
            @Nullable FormLayout layout)
            implements Rule {
        public Form {
            List<String> keys = fields.stream().map(Field::key).toList();
            if (layout != null && !layout.fields().allMatch(keys::contains)) {
                throw new IllegalArgumentException("the layout names a field that the form lacks");
            }
            levels = List.copyOf(levels);
            signedBy = List.copyOf(signedBy);
            fields = List.copyOf(fields);
        }
    }

    /** Words that are used exactly as the form prints them. */
    public record Vocabulary(@Inline Basis basis, Words label, List<Word> words) implements Rule {
        public Vocabulary {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a vocabulary without words");
            }
            words = List.copyOf(words);
        }
    }

    /** One word of a vocabulary; its Vietnamese text is verbatim. */
    public record Word(String key, Words label) {}
}
