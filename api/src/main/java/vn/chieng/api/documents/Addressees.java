package vn.chieng.api.documents;

import java.util.List;
import java.util.stream.Stream;

/** To whom a document is addressed. */
public record Addressees(List<String> names) implements Block {

    public Addressees {
        names = Limits.someAtMost(Limits.ITEMS, names, "addressees").stream()
                .map(name -> CleanText.line(name, "addressee"))
                .toList();
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.concat(Stream.of(language.addressedTo()), names.stream());
    }
}
