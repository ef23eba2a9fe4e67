package vn.chieng.api.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;

/** Sets the dossier itself, part by part as the pack lists them. */
final class PartsBuilder {
    private static final String TEMPLATE = "dossier";
    /** Up to so many letters a value stands beside its label. */
    private static final int SHORT = 200;

    private final LawPack pack;
    private final DossierPaper paper;
    private final FormWords words;
    private final FieldBlocks blocks;
    private final List<FormGap> gaps = new ArrayList<>();

    PartsBuilder(LawPack pack, DossierPaper paper, FormWords words) {
        this.pack = pack;
        this.paper = paper;
        this.words = words;
        this.blocks = new FieldBlocks(words);
    }

    FormPaper build(PaperDetails details) {
        List<Block> all = new ArrayList<>();
        all.add(header());
        String title = words.text("forms.dossier");
        all.add(new DocumentTitle(title.toUpperCase(Locale.ROOT), paper.subject()));
        int number = 0;
        for (DossierContent.Part part : pack.dossier().parts()) {
            if (part.levels().contains(paper.level()) && !paper.skipped().contains(part.id())) {
                number++;
                all.add(new Heading(1, number + ". " + words.of(part.title())));
                all.addAll(fields(part, number));
            }
        }
        if (!paper.annexes().isEmpty()) {
            all.add(new Heading(1, words.text("forms.annexes")));
            all.add(FieldBlocks.numbered(paper.annexes()));
        }
        if (words.language() != DocumentLanguage.VIETNAMESE) {
            all.add(Note.of(words.text("forms.twin")));
        }
        all.add(closing());
        return new FormPaper(new Document(details.of(title, words.language(), TEMPLATE, pack.version()), all), gaps);
    }

    private List<Block> fields(DossierContent.Part part, int number) {
        List<Block> set = new ArrayList<>();
        List<KeyValues.Entry> facts = new ArrayList<>();
        int headings = 0;
        for (DossierContent.Field field : part.fields()) {
            Optional<FormValue> value = paper.value(part.id(), field.key());
            if (value.isEmpty() && !field.optional()) {
                gaps.add(new FormGap(part.id(), field.key(), field.label()));
            }
            if (value.isEmpty() || isShort(value.get())) {
                facts.add(new KeyValues.Entry(
                        words.of(field.label()),
                        value.map(text -> String.join("\n", FieldBlocks.lines(text)))
                                .orElseGet(words::dots)));
            } else {
                flush(facts, set);
                headings++;
                set.add(new Heading(2, number + "." + headings + ". " + words.of(field.label())));
                set.addAll(blocks.of(field, value.get(), false, 3));
            }
        }
        flush(facts, set);
        return set;
    }

    private static void flush(List<KeyValues.Entry> facts, List<Block> set) {
        if (!facts.isEmpty()) {
            set.add(new KeyValues(facts));
            facts.clear();
        }
    }

    private static boolean isShort(FormValue value) {
        return value instanceof FormValue.Text(String text) && text.length() <= SHORT;
    }

    private StateHeader header() {
        FormFrame frame = paper.frame();
        String parent = frame.parentAgency();
        return new StateHeader(
                parent == null ? null : parent.toUpperCase(Locale.ROOT),
                frame.agency().toUpperCase(Locale.ROOT),
                frame.number() == null ? null : words.text("forms.number", frame.number()),
                null,
                words.placeAndDate(frame.place(), frame.date()));
    }

    private Closing closing() {
        FormFrame.Signer signer = paper.frame().signer();
        return new Closing(
                paper.frame().copies(),
                List.of(new Closing.Signature(
                        signer.onBehalf(),
                        words.orDots(signer.position()),
                        words.text("forms.sign-here"),
                        FormFacts.isBlank(signer.name()) ? null : signer.name())));
    }
}
