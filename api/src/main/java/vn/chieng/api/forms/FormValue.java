package vn.chieng.api.forms;

import java.util.List;
import java.util.Map;
import vn.chieng.api.documents.Block;

/** What a field of a form or of a dossier part holds. */
public sealed interface FormValue {

    /** Words in one or several lines. */
    record Text(String text) implements FormValue {}

    /** Several things, one a line. */
    record Items(List<String> items) implements FormValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A table; each row holds its cells by the keys of the columns that the law pack names. */
    record Rows(List<Map<String, String>> rows) implements FormValue {
        public Rows {
            rows = rows.stream().map(Map::copyOf).toList();
        }
    }

    /** Chapters of the caller's own making, such as a checklist by group. */
    record Chapters(List<Chapter> chapters) implements FormValue {
        public Chapters {
            chapters = List.copyOf(chapters);
        }
    }

    /** A titled run of blocks. */
    record Chapter(String title, List<Block> blocks) {
        public Chapter {
            blocks = List.copyOf(blocks);
        }
    }

    /** Whether there is nothing to show. */
    default boolean isEmpty() {
        return switch (this) {
            case Text(String text) -> text.isBlank();
            case Items(List<String> items) -> items.stream().allMatch(String::isBlank);
            case Rows(List<Map<String, String>> rows) -> rows.isEmpty();
            case Chapters(List<Chapter> chapters) -> chapters.isEmpty();
        };
    }
}
