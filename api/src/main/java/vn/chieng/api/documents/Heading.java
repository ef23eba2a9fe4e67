package vn.chieng.api.documents;

import java.util.stream.Stream;

/** A heading of level 1 to 4; its number, if it has one, is part of its text. */
public record Heading(int level, String text) implements Block {
    public static final int DEEPEST = 4;

    public Heading {
        if (level < 1 || level > DEEPEST) {
            throw new IllegalArgumentException("heading of level " + level);
        }
        text = CleanText.line(text, "heading");
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of(text);
    }
}
