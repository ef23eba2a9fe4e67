package vn.chieng.law.pack;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a form is set on paper; a field in braces within a text stands for what it holds.
 *
 * @param kind the kind of document in capitals; a letter has none, and its subject stands below its number
 * @param subject what the document is about
 * @param annex what follows the signature on pages of its own
 */
public record FormLayout(@Nullable Words kind, Words subject, List<Piece> body, List<Piece> annex) {

    public FormLayout {
        if (body.isEmpty()) {
            throw new IllegalArgumentException("a layout without a body");
        }
        body = List.copyOf(body);
        annex = List.copyOf(annex);
    }

    /** A part of the body: a fixed text, fields, or a text with the fields that follow it. */
    public record Piece(As as, @Nullable Words text, List<String> fields) {
        public Piece {
            if (text == null && fields.isEmpty() && as != As.LYING_PAGES && as != As.UPRIGHT_PAGES) {
                throw new IllegalArgumentException("a piece has a text, or fields, or both");
            }
            fields = List.copyOf(fields);
        }
    }

    /** The ways a piece is set. */
    public enum As {
        /** One legal ground a line, in italics. */
        GROUNDS,
        HEADING,
        PARAGRAPH,
        /** A bold line in the middle. */
        CENTRED,
        /** A numbered article of a decision. */
        ARTICLE,
        /** Labels and values side by side. */
        FACTS,
        DASHES,
        TABLE,
        LYING_PAGES,
        UPRIGHT_PAGES
    }

    /** Every field that is set outside of texts. */
    public Stream<String> fields() {
        return Stream.concat(body.stream(), annex.stream()).flatMap(piece -> piece.fields().stream());
    }
}
