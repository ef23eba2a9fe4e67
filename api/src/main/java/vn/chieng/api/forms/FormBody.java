package vn.chieng.api.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.PageBreak;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.Run;
import vn.chieng.law.pack.DossierContent.Field;
import vn.chieng.law.pack.FormLayout.As;
import vn.chieng.law.pack.FormLayout.Piece;
import vn.chieng.law.pack.Words;

/** Sets the pieces of a layout with what the fields hold. */
final class FormBody {
    private final List<Field> fields;
    private final FormFacts facts;
    private final FormWords words;
    private final Placeholders placeholders;
    private final FieldBlocks blocks;
    private int articles;

    FormBody(List<Field> fields, FormFacts facts, FormWords words, Placeholders placeholders) {
        this.fields = fields;
        this.facts = facts;
        this.words = words;
        this.placeholders = placeholders;
        this.blocks = new FieldBlocks(words);
    }

    List<Block> set(List<Piece> pieces) {
        List<Block> set = new ArrayList<>();
        for (Piece piece : pieces) {
            set.addAll(set(piece));
        }
        return set;
    }

    private List<Block> set(Piece piece) {
        return switch (piece.as()) {
            case GROUNDS -> grounds(piece);
            case HEADING -> List.of(new Heading(1, text(piece)));
            case PARAGRAPH -> withFields(text(piece).isEmpty() ? List.of() : List.of(Paragraph.of(text(piece))), piece);
            case CENTRED -> withFields(List.of(centred(text(piece))), piece);
            case ARTICLE -> withFields(List.of(article(text(piece))), piece);
            case FACTS -> List.of(facts(piece));
            case DASHES, TABLE -> withFields(List.of(), piece);
            case LYING_PAGES -> List.of(new PageBreak(PageBreak.Orientation.LANDSCAPE));
            case UPRIGHT_PAGES -> List.of(new PageBreak(PageBreak.Orientation.PORTRAIT));
        };
    }

    private String text(Piece piece) {
        Words text = piece.text();
        return text == null ? "" : placeholders.fill(words.of(text));
    }

    private List<Block> grounds(Piece piece) {
        Stream<String> held = piece.fields().stream()
                .flatMap(field -> facts.value(field).stream())
                .flatMap(value -> FieldBlocks.lines(value).stream());
        List<Block> lines = Stream.concat(text(piece).lines(), held)
                .filter(line -> !line.isBlank())
                .<Block>map(line -> Paragraph.of(Run.italic(line)))
                .toList();
        return lines.isEmpty() ? List.of(Paragraph.of(Run.italic(words.dots()))) : lines;
    }

    private static Paragraph centred(String text) {
        return new Paragraph(List.of(Run.bold(text)), Paragraph.Setting.CENTERED);
    }

    private Paragraph article(String text) {
        articles++;
        return Paragraph.of(Run.bold(words.text("forms.article", articles) + " "), Run.plain(text));
    }

    private KeyValues facts(Piece piece) {
        return new KeyValues(fieldsOf(piece)
                .filter(field -> !field.optional() || facts.value(field.key()).isPresent())
                .map(field -> new KeyValues.Entry(
                        words.of(field.label()),
                        facts.value(field.key())
                                .map(value -> String.join("\n", FieldBlocks.lines(value)))
                                .orElseGet(words::dots)))
                .toList());
    }

    private List<Block> withFields(List<Block> before, Piece piece) {
        List<Block> set = new ArrayList<>(before);
        fieldsOf(piece).forEach(field -> {
            Optional<FormValue> value = facts.value(field.key());
            if (value.isPresent()) {
                set.addAll(blocks.of(field, value.get(), piece.as() == As.DASHES, 2));
            } else if (!field.optional()) {
                set.add(Paragraph.of(words.dots()));
            }
        });
        return set;
    }

    private Stream<Field> fieldsOf(Piece piece) {
        return piece.fields().stream()
                .flatMap(key -> fields.stream().filter(field -> field.key().equals(key)));
    }
}
