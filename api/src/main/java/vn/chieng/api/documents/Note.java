package vn.chieng.api.documents;

import java.util.List;
import java.util.stream.Stream;

/** A remark set apart from the text. */
public record Note(List<Run> runs) implements Block {

    public Note {
        runs = Limits.someAtMost(Limits.RUNS, runs, "runs");
    }

    public static Note of(String text) {
        return new Note(List.of(Run.plain(text)));
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of(Run.joined(runs));
    }
}
