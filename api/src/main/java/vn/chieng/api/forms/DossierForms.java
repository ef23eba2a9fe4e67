package vn.chieng.api.forms;

import java.util.List;
import java.util.Optional;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;

/**
 * The entry point to papers: forms by their id in the law pack ({@code form-01} … as a route's step names them), and the dossier itself. What a
 * form looks like and says is the pack's; a form the pack lacks, or sets no layout for, is none.
 */
public final class DossierForms {
    private DossierForms() {}

    /** The forms of the pack that can be printed for a level, in the pack's order. */
    public static List<DossierContent.Form> printable(LawPack pack, int level) {
        return pack.dossier().forms().stream()
                .filter(form -> form.layout() != null && form.levels().contains(level))
                .toList();
    }

    /** The form as a document, with what is still missing; empty where the pack has no such form to print. */
    public static Optional<FormPaper> build(
            LawPack pack, String form, DossierFacts facts, DocumentLanguage language, PaperDetails details) {
        return build(pack, form, facts.in(FormWords.in(language)), language, details);
    }

    /** The same from values by field, for forms that are not about a dossier. */
    public static Optional<FormPaper> build(
            LawPack pack, String form, FormFacts facts, DocumentLanguage language, PaperDetails details) {
        return find(pack, form)
                .map(known -> new FormBuilder(known, facts, FormWords.in(language)).build(pack.version(), details));
    }

    /** What is missing before the form is complete, so that a page can link to each gap; empty where there is no such form. */
    public static List<FormGap> missing(LawPack pack, String form, DossierFacts facts) {
        return find(pack, form)
                .map(known -> FormGaps.of(known, facts.in(FormWords.in(DocumentLanguage.VIETNAMESE))))
                .orElse(List.of());
    }

    /** The dossier itself: every part of the level with its fields, long tables included. */
    public static FormPaper dossier(LawPack pack, DossierPaper paper, DocumentLanguage language, PaperDetails details) {
        return new PartsBuilder(pack, paper, FormWords.in(language)).build(details);
    }

    private static Optional<DossierContent.Form> find(LawPack pack, String id) {
        return pack.dossier().forms().stream()
                .filter(form -> form.id().equals(id) && form.layout() != null)
                .findFirst();
    }
}
