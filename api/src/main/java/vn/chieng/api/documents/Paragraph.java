package vn.chieng.api.documents;

import java.util.List;
import java.util.stream.Stream;

/** Running text. */
public record Paragraph(List<Run> runs, Setting setting) implements Block {

    /** How a paragraph stands between the margins. */
    public enum Setting {
        JUSTIFIED,
        UNINDENTED,
        CENTERED,
        RIGHT
    }

    public Paragraph {
        runs = Limits.atMost(Limits.RUNS, runs, "runs");
    }

    public static Paragraph of(Run... runs) {
        return new Paragraph(List.of(runs), Setting.JUSTIFIED);
    }

    public static Paragraph of(String text) {
        return of(Run.plain(text));
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of(Run.joined(runs));
    }
}
