package vn.chieng.api.documents;

import java.util.Objects;
import java.util.stream.Stream;

/** What follows begins on a new page that stands upright or lies on its side. */
public record PageBreak(Orientation next) implements Block {

    /** How the pages after the break stand. */
    public enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }

    public PageBreak {
        Objects.requireNonNull(next, "orientation");
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of();
    }
}
