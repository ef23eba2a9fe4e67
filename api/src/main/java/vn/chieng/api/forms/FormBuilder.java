package vn.chieng.api.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.documents.Addressees;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.FormLayout;
import vn.chieng.law.pack.PackVersion;

/** Sets one form: head, addressees, body as the pack lays it out, signature, annex. */
final class FormBuilder {
    private final DossierContent.Form form;
    private final FormLayout layout;
    private final FormFacts facts;
    private final FormWords words;
    private final Placeholders placeholders;

    FormBuilder(DossierContent.Form form, FormFacts facts, FormWords words) {
        this.form = form;
        this.layout = Objects.requireNonNull(form.layout());
        this.facts = facts;
        this.words = words;
        this.placeholders = new Placeholders(facts, words);
    }

    FormPaper build(PackVersion pack, PaperDetails details) {
        FormFrame frame = facts.frame();
        List<Block> blocks = new ArrayList<>();
        String subject = placeholders.fill(words.of(layout.subject()));
        blocks.add(header(frame, layout.kind() == null ? subject : null));
        if (layout.kind() != null) {
            blocks.add(new DocumentTitle(words.of(layout.kind()), subject));
        }
        if (takesAddressees()) {
            blocks.add(new Addressees(frame.addressees().isEmpty() ? List.of(words.dots()) : frame.addressees()));
        }
        FormBody body = new FormBody(form.fields(), facts, words, placeholders);
        blocks.addAll(body.set(layout.body()));
        if (words.language() != DocumentLanguage.VIETNAMESE) {
            blocks.add(Note.of(words.text("forms.twin")));
        }
        blocks.add(closing(frame));
        blocks.addAll(body.set(layout.annex()));
        String title = words.text("forms.title", form.number(), words.of(form.title()));
        return new FormPaper(
                new Document(details.of(title, words.language(), form.number(), pack), blocks),
                FormGaps.of(form, facts));
    }

    private StateHeader header(FormFrame frame, @Nullable String letterSubject) {
        return new StateHeader(
                upper(frame.parentAgency()),
                Objects.requireNonNull(upper(words.orDots(frame.agency()))),
                words.text("forms.number", frame.number() == null ? words.text("forms.number.open") : frame.number()),
                letterSubject == null ? null : words.text("forms.about", letterSubject),
                words.placeAndDate(frame.place(), frame.date()));
    }

    /** A decision is addressed to nobody: its body has articles. */
    private boolean takesAddressees() {
        return layout.body().stream().noneMatch(piece -> piece.as() == FormLayout.As.ARTICLE);
    }

    private Closing closing(FormFrame frame) {
        FormFrame.Signer signer = frame.signer();
        return new Closing(
                frame.copies().isEmpty() ? List.of(words.dots()) : frame.copies(),
                List.of(new Closing.Signature(
                        signer.onBehalf(),
                        words.orDots(signer.position()),
                        words.text("forms.sign-here"),
                        FormFacts.isBlank(signer.name()) ? null : signer.name())));
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
