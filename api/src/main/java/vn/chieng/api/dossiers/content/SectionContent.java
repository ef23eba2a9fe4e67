package vn.chieng.api.dossiers.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a section holds: texts by field, and rows of a table, each with a key of its own. */
public record SectionContent(Map<String, String> texts, List<Row> rows) {
    public static final SectionContent EMPTY = new SectionContent(Map.of(), List.of());

    /** Most rows of one table. */
    public static final int MOST_ROWS = 5_000;

    /** Most characters of one text. */
    public static final int MOST_TEXT = 20_000;

    public SectionContent {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                filled.put(field, text);
            }
        });
        texts = Collections.unmodifiableMap(filled);
        rows = rows.stream().filter(row -> !row.cells().isEmpty()).toList();
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a table has at most " + MOST_ROWS + " rows");
        }
    }

    /** A row; blank cells are absent. */
    public record Row(String key, Map<String, String> cells) {
        public Row {
            Map<String, String> filled = new LinkedHashMap<>();
            cells.forEach((column, text) -> {
                if (!text.isBlank()) {
                    filled.put(column, text);
                }
            });
            cells = Collections.unmodifiableMap(filled);
        }

        /** The text of a cell, empty where there is none. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The text of a field, empty where there is none. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** The row of this key. */
    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** Whether nothing was filled in. */
    public boolean isEmpty() {
        return texts.isEmpty() && rows.isEmpty();
    }

    /** The same with these rows instead of those of the same keys, new ones at the end; an empty row takes its row away. */
    public SectionContent withRows(List<Row> changed) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        changed.forEach(row -> byKey.put(row.key(), row));
        return new SectionContent(texts, new ArrayList<>(byKey.values()));
    }

    /** The same with these texts instead of those of the same fields. */
    public SectionContent withTexts(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.putAll(changed);
        return new SectionContent(all, rows);
    }
}
