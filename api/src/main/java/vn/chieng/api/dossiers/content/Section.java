package vn.chieng.api.dossiers.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Citation;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Requirements;
import vn.chieng.law.pack.Words;

/**
 * A section as people fill it in: fields of a part, one table of a part, or one group of requirements.
 *
 * @param part what it belongs to; null for the statements that gates ask for
 * @param key its name in addresses: {@code part-overview}, {@code part-overview.devices}, {@code part-plan.group-01}
 * @param number as the pack numbers the part, with the place within it; empty for what only accompanies the dossier
 * @param table the field whose rows these are; null in other kinds
 * @param items the requirements of the group; empty in other kinds
 */
public record Section(
        String key,
        Kind kind,
        DossierContent.@Nullable Part part,
        String number,
        Words title,
        List<DossierContent.Field> fields,
        DossierContent.@Nullable Field table,
        List<Requirements.Item> items,
        List<Citation> citations) {

    public Section {
        fields = List.copyOf(fields);
        items = List.copyOf(items);
        citations = List.copyOf(citations);
    }

    /** How a section is filled in. */
    public enum Kind {
        FIELDS,
        TABLE,
        CHECKLIST,
        /** Questions of gates that only a person can answer: yes or no. */
        STATEMENTS
    }

    /** How others refer to it: by its number, or by its name where it has none. */
    public String reference(String name) {
        return number.isEmpty() ? name : number;
    }

    /** The part it belongs to. */
    public String partId() {
        return part == null ? key : part.id();
    }

    /** The columns of the table. */
    public List<DossierContent.Column> columns() {
        return table == null ? List.of() : table.columns();
    }

    /** Whether something must be filled in before the dossier is complete. */
    public boolean required() {
        return switch (kind) {
            case FIELDS, STATEMENTS -> fields.stream().anyMatch(field -> !field.optional());
            case TABLE -> table != null && !table.optional();
            case CHECKLIST -> true;
        };
    }

    /** What is still missing: the inputs that must be filled and are not. */
    public List<String> missing(SectionContent content) {
        return switch (kind) {
            case FIELDS, STATEMENTS ->
                fields.stream()
                        .filter(field ->
                                !field.optional() && content.text(field.key()).isEmpty())
                        .map(DossierContent.Field::key)
                        .toList();
            case TABLE -> required() && content.rows().isEmpty() ? List.of(key) : List.of();
            case CHECKLIST ->
                items.stream()
                        .filter(item -> content.row(item.id())
                                .map(row -> !Answers.answered(row))
                                .orElse(true))
                        .map(Requirements.Item::id)
                        .toList();
        };
    }
}
