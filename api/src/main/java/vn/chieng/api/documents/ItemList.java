package vn.chieng.api.documents;

import java.util.List;
import java.util.stream.Stream;

/** Items below each other, each behind a dash or its number. */
public record ItemList(Label label, List<List<Run>> items) implements Block {

    /** What stands before an item. */
    public enum Label {
        DASH,
        NUMBER
    }

    public ItemList {
        items = Limits.someAtMost(Limits.ITEMS, items, "items").stream()
                .map(item -> Limits.atMost(Limits.RUNS, item, "runs"))
                .toList();
    }

    public static ItemList dashes(String... items) {
        return new ItemList(Label.DASH, plain(items));
    }

    public static ItemList numbers(String... items) {
        return new ItemList(Label.NUMBER, plain(items));
    }

    private static List<List<Run>> plain(String... items) {
        return Stream.of(items).map(item -> List.of(Run.plain(item))).toList();
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return items.stream().map(Run::joined);
    }
}
