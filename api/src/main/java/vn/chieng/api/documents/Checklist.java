package vn.chieng.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Requirements with an answer and a remark each, shown as a table. */
public record Checklist(List<Item> items) implements Block {

    /** How a requirement is answered. */
    public enum Answer {
        MET("■"),
        PARTLY_MET("▪"),
        NOT_MET("□"),
        NOT_APPLICABLE("–");

        private final String sign;

        Answer(String sign) {
            this.sign = sign;
        }
    }

    /** One requirement; the remark may be empty. */
    public record Item(Answer answer, String requirement, String remark) {
        public Item {
            Objects.requireNonNull(answer, "answer");
            requirement = CleanText.text(requirement, "requirement");
            remark = CleanText.text(remark, "remark");
        }
    }

    public Checklist {
        items = Limits.someAtMost(Limits.ROWS, items, "items");
    }

    /** The same as a table: number, requirement, answer by sign and word, remark. */
    public Table asTable(DocumentLanguage language) {
        List<Table.Row> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(Table.Row.of(
                    Integer.toString(rows.size() + 1),
                    item.requirement(),
                    item.answer().sign + " " + language.word(item.answer()),
                    item.remark()));
        }
        return new Table(
                null,
                List.of(
                        new Table.Column(6, Table.Alignment.CENTER),
                        new Table.Column(39, Table.Alignment.LEFT),
                        new Table.Column(16, Table.Alignment.LEFT),
                        new Table.Column(39, Table.Alignment.LEFT)),
                List.of(language.checklistHeader()),
                rows);
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return asTable(language).texts(language);
    }
}
