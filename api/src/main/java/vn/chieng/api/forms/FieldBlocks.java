package vn.chieng.api.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.ItemList;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.Run;
import vn.chieng.api.documents.Table;
import vn.chieng.api.documents.Table.Alignment;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.DossierContent.Field;

/** What one field holds as blocks: paragraphs, a list, a table with the pack's columns, or chapters. */
final class FieldBlocks {
    private static final int NUMBER_SHARE = 7;
    private static final int DENSE_NUMBER_SHARE = 4;
    /** From so many columns on, a second head row numbers them, as wide forms do. */
    private static final int NUMBERED_COLUMNS = 8;

    private static final int LONG_CELL = 12;

    private final FormWords words;

    FieldBlocks(FormWords words) {
        this.words = words;
    }

    List<Block> of(Field field, FormValue value, boolean dashes, int chapterLevel) {
        return switch (value) {
            case FormValue.Text(String text)
            when dashes -> List.of(list(text.lines().toList()));
            case FormValue.Text(String text) -> List.of(Paragraph.of(text));
            case FormValue.Items(List<String> items) -> List.of(list(items));
            case FormValue.Rows rows when field.columns().isEmpty() -> List.of(list(lines(rows)));
            case FormValue.Rows(List<Map<String, String>> rows) -> List.of(table(field.columns(), rows));
            case FormValue.Chapters(List<FormValue.Chapter> chapters) -> chapters(chapters, chapterLevel);
        };
    }

    /** A value as lines of text. */
    static List<String> lines(FormValue value) {
        return switch (value) {
            case FormValue.Text(String text) -> text.lines().toList();
            case FormValue.Items(List<String> items) -> items;
            case FormValue.Rows(List<Map<String, String>> rows) ->
                rows.stream().map(FieldBlocks::line).toList();
            case FormValue.Chapters(List<FormValue.Chapter> chapters) ->
                chapters.stream().map(FormValue.Chapter::title).toList();
        };
    }

    private static String line(Map<String, String> row) {
        return String.join("; ", new java.util.TreeMap<>(row).values());
    }

    private static ItemList list(List<String> items) {
        return list(ItemList.Label.DASH, items);
    }

    static ItemList numbered(List<String> items) {
        return list(ItemList.Label.NUMBER, items);
    }

    private static ItemList list(ItemList.Label label, List<String> items) {
        return new ItemList(
                label,
                items.stream()
                        .filter(item -> !item.isBlank())
                        .map(item -> List.of(Run.plain(item)))
                        .toList());
    }

    private static List<Block> chapters(List<FormValue.Chapter> chapters, int level) {
        List<Block> set = new ArrayList<>();
        for (FormValue.Chapter chapter : chapters) {
            set.add(new Heading(level, chapter.title()));
            set.addAll(chapter.blocks());
        }
        return set;
    }

    private Table table(List<DossierContent.Column> columns, List<Map<String, String>> rows) {
        boolean wide = columns.size() + 1 >= NUMBERED_COLUMNS;
        List<Table.Column> widths = new ArrayList<>();
        widths.add(new Table.Column(wide ? DENSE_NUMBER_SHARE : NUMBER_SHARE, Alignment.CENTER));
        columns.forEach(column -> widths.add(new Table.Column(column.share(), alignment(column, rows))));
        List<Table.Row> head = new ArrayList<>();
        head.add(Table.Row.of(Stream.concat(
                        Stream.of(words.text("forms.row-number")),
                        columns.stream().map(column -> words.of(column.label())))
                .toArray(String[]::new)));
        if (wide) {
            head.add(Table.Row.of(Stream.iterate(1, number -> number + 1)
                    .limit(columns.size() + 1L)
                    .map(number -> "(" + number + ")")
                    .toArray(String[]::new)));
        }
        List<Table.Row> body = new ArrayList<>();
        for (Map<String, String> row : rows) {
            body.add(Table.Row.of(Stream.concat(
                            Stream.of(Integer.toString(body.size() + 1)),
                            columns.stream().map(column -> row.getOrDefault(column.key(), "")))
                    .toArray(String[]::new)));
        }
        return new Table(null, widths, head, body);
    }

    /** Short cells such as levels and days stand in the middle. */
    private static Alignment alignment(DossierContent.Column column, List<Map<String, String>> rows) {
        boolean isShort =
                rows.stream().allMatch(row -> row.getOrDefault(column.key(), "").length() <= LONG_CELL);
        return isShort ? Alignment.CENTER : Alignment.LEFT;
    }
}
