package vn.chieng.api.documents;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table whose header rows are repeated on every page it reaches. */
public record Table(@Nullable String caption, List<Column> columns, List<Row> header, List<Row> rows) implements Block {
    private static final int DENSE_FROM_COLUMNS = 8;

    /** Where the text of a column's cells stands. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A column as wide as its share of all columns' shares. */
    public record Column(int share, Alignment alignment) {
        public Column {
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException("share of a column: " + share + ", 1 to 100");
            }
        }
    }

    /** A cell that reaches over one or more columns. */
    public record Cell(List<Run> runs, int span) {
        public Cell {
            runs = Limits.atMost(Limits.RUNS, runs, "runs");
            if (span < 1 || span > Limits.COLUMNS) {
                throw new IllegalArgumentException("span of a cell: " + span);
            }
        }

        public static Cell of(String text) {
            return new Cell(List.of(Run.plain(text)), 1);
        }
    }

    /** Cells from the left to the right. */
    public record Row(List<Cell> cells) {
        public Row {
            cells = Limits.someAtMost(Limits.COLUMNS, cells, "cells");
        }

        public static Row of(String... texts) {
            return new Row(Stream.of(texts).map(Cell::of).toList());
        }

        int width() {
            return cells.stream().mapToInt(Cell::span).sum();
        }
    }

    public Table {
        caption = CleanText.lineOrNone(caption, "caption");
        columns = Limits.someAtMost(Limits.COLUMNS, columns, "columns");
        header = Limits.someAtMost(4, header, "header rows");
        rows = Limits.atMost(Limits.ROWS, rows, "rows");
        for (Row row : Stream.concat(header.stream(), rows.stream()).toList()) {
            if (row.width() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.width() + " columns in a table of " + columns.size());
            }
        }
    }

    /** Too many columns for letters of the usual size. */
    public boolean dense() {
        return columns.size() >= DENSE_FROM_COLUMNS;
    }

    /** The widths of the columns as parts of a whole, with nothing left over. */
    public int[] widthsOf(int whole) {
        int shares = columns.stream().mapToInt(Column::share).sum();
        int[] widths = new int[columns.size()];
        int seen = 0;
        int given = 0;
        for (int i = 0; i < widths.length; i++) {
            seen += columns.get(i).share();
            widths[i] = (int) ((long) whole * seen / shares) - given;
            given += widths[i];
        }
        return widths;
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        Stream<String> cells = Stream.concat(header.stream(), rows.stream())
                .flatMap(row -> row.cells().stream())
                .map(cell -> Run.joined(cell.runs()));
        return Stream.concat(Stream.of(caption).filter(Objects::nonNull), cells);
    }
}
