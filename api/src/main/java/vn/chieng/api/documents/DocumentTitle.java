package vn.chieng.api.documents;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kind of document in capitals and, below it, what it is about; an annex has one of its own. */
public record DocumentTitle(String kind, @Nullable String about) implements Block {

    public DocumentTitle {
        kind = CleanText.line(kind, "kind of document");
        about = CleanText.lineOrNone(about, "what the document is about");
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of(kind, about).filter(Objects::nonNull);
    }
}
