package vn.chieng.api.documents;

import java.util.List;
import java.util.stream.Stream;

/** Names and what is said of each, side by side. */
public record KeyValues(List<Entry> entries) implements Block {

    /** A value may have several lines. */
    public record Entry(String key, String value) {
        public Entry {
            key = CleanText.line(key, "key");
            value = CleanText.text(value, "value");
        }
    }

    public KeyValues {
        entries = Limits.someAtMost(Limits.ROWS, entries, "entries");
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
    }
}
