package vn.chieng.api.dossiers;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentRenderer;
import vn.chieng.api.documents.Marking;
import vn.chieng.api.documents.RenderedFile;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.html.HtmlRenderer;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.Sections;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.forms.DossierForms;
import vn.chieng.api.forms.DossierPaper;
import vn.chieng.api.forms.FormPaper;
import vn.chieng.api.forms.FormValue;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.forms.PaperDetails;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.LawPack;

/** Prints the dossier and its forms from what it holds; the same content gives the same bytes. */
@Component
public class DossierPapers {
    /** The name under which the dossier itself is printed. */
    public static final String WHOLE = "dossier";

    private final PaperFacts facts;
    private final ReviewStore reviews;
    private final DossierContext context;
    private final PrintRoom room;

    DossierPapers(PaperFacts facts, ReviewStore reviews, DossierContext context, PrintRoom room) {
        this.facts = facts;
        this.reviews = reviews;
        this.context = context;
        this.room = room;
    }

    /** A printed file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Printed(String name, byte[] bytes) {}

    /** The forms that the route of the dossier uses, in its order. */
    static List<DossierContent.Form> forms(DossierContext.Known known) {
        Set<String> ofRoute = known.workflow().steps().all().stream()
                .flatMap(step -> Optional.ofNullable(step.form()).stream())
                .collect(Collectors.toSet());
        return DossierForms.printable(known.pack(), known.dossier().level()).stream()
                .filter(form -> ofRoute.contains(form.id()))
                .toList();
    }

    /** The form, or the whole dossier, as a document with what is missing; empty where there is none. */
    Optional<FormPaper> paper(DossierContext.Known known, String form, DocumentLanguage language) {
        if (form.equals(WHOLE)) {
            return Optional.of(DossierForms.dossier(known.pack(), dossier(known, language), language, details(known)));
        }
        return DossierForms.build(
                known.pack(), form, facts.of(known, form, FormWords.in(language)), language, details(known));
    }

    Optional<Printed> print(DossierContext.Known known, String form, DocumentFormat format, DocumentLanguage language)
            throws IOException {
        Optional<FormPaper> paper = paper(known, form, language);
        if (paper.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        room.print(() -> renderer(format).render(paper.get().document(), out));
        return Optional.of(new Printed(name(known, form, format), out.toByteArray()));
    }

    /** Prints into a file; empty where there is no such paper. */
    Optional<RenderedFile> print(
            DossierContext.Known known, String form, DocumentFormat format, DocumentLanguage language, Path file)
            throws IOException {
        Optional<FormPaper> paper = paper(known, form, language);
        if (paper.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(room.print(() -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                return renderer(format).render(paper.get().document(), out);
            }
        }));
    }

    /** Prints into a file, and notes its hash, so that a signed copy can be bound to it; false where there is no such paper. */
    boolean print(
            DossierContext.Known known,
            String form,
            DocumentFormat format,
            DocumentLanguage language,
            Path file,
            SignedIn by)
            throws IOException {
        Optional<RenderedFile> printed = print(known, form, format, language, file);
        printed.ifPresent(
                paper -> reviews.printed(known.dossier().id(), form, paper.sha256(), by.displayName(), context.now()));
        return printed.isPresent();
    }

    static String name(DossierContext.Known known, String form, DocumentFormat format) {
        return known.dossier().number() + "-" + form + "." + format.extension();
    }

    private static DocumentRenderer renderer(DocumentFormat format) {
        return switch (format) {
            case DOCX -> new DocxRenderer();
            case PDF -> new PdfRenderer();
            case HTML_FRAGMENT -> new HtmlRenderer();
        };
    }

    private PaperDetails details(DossierContext.Known known) {
        Dossier dossier = known.dossier();
        return new PaperDetails(
                dossier.number(),
                dossier.contentVersion(),
                dossier.changedAt(),
                facts.name(dossier.operatorId()),
                new Marking(Marking.Tlp.valueOf(dossier.label()), null),
                null);
    }

    private DossierPaper dossier(DossierContext.Known known, DocumentLanguage language) {
        LawPack pack = known.pack();
        int level = known.dossier().level();
        List<DossierContent.Part> applying = Sections.parts(pack, level, known.facts());
        Set<String> skipped = pack.dossier().parts().stream()
                .filter(part -> !applying.contains(part))
                .map(DossierContent.Part::id)
                .collect(Collectors.toSet());
        List<DossierFile> files = reviews.files(known.dossier().id());
        Map<String, Map<String, FormValue>> parts = new LinkedHashMap<>();
        for (Section section : known.sections().all()) {
            Map<String, FormValue> values = parts.computeIfAbsent(section.partId(), _ -> new LinkedHashMap<>());
            PaperValues.put(section, known.stored(section.key()).content(), values);
        }
        for (DossierContent.Part part : applying) {
            for (DossierContent.Field field : part.fields()) {
                if (field.key().equals(Sections.REQUIREMENTS)) {
                    parts.computeIfAbsent(part.id(), _ -> new LinkedHashMap<>())
                            .put(field.key(), PaperValues.checklist(known, files, language));
                } else if (field.key().equals(Sections.OPINION)) {
                    opinion(known)
                            .ifPresent(text -> parts.computeIfAbsent(part.id(), _ -> new LinkedHashMap<>())
                                    .put(field.key(), new FormValue.Text(text)));
                }
            }
        }
        return new DossierPaper(
                facts.frame(known, null),
                known.dossier().systemName(),
                level,
                skipped,
                parts,
                annexes(known, files, FormWords.in(language)));
    }

    private static Optional<String> opinion(DossierContext.Known known) {
        return known.dossier()
                .course()
                .last(step -> step.act() == vn.chieng.law.pack.Procedure.Act.EXPERT_OPINION
                        && step.result() == CourseStep.Result.DONE)
                .map(CourseStep::paper)
                .map(paper -> paper.number() + ", " + FormWords.day(paper.on()) + ", " + paper.issuer());
    }

    /** What is enclosed: the parts of the dossier and its attachments. */
    static List<String> enclosed(DossierContext.Known known, List<DossierFile> files, FormWords words) {
        List<String> enclosed = new ArrayList<>();
        Sections.parts(known.pack(), known.dossier().level(), known.facts())
                .forEach(part -> enclosed.add(words.of(part.title())));
        enclosed.addAll(annexes(known, files, words));
        return enclosed;
    }

    /** The attachments, each with the section that it belongs to. */
    private static List<String> annexes(DossierContext.Known known, List<DossierFile> files, FormWords words) {
        return files.stream()
                .filter(DossierFile::attachment)
                .map(file -> annex(known, file, words))
                .toList();
    }

    private static String annex(DossierContext.Known known, DossierFile file, FormWords words) {
        String section = file.section();
        return section == null
                ? file.name()
                : known.sections()
                        .find(section)
                        .map(found -> words.text("forms.annex-of", file.name(), words.of(found.title())))
                        .orElse(file.name());
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
