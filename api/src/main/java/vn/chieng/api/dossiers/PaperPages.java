package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.PreviewViews;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.forms.FormPaper;

/** Papers of a dossier to look at and to take away, its files, and the bundle for the authority outside. */
@Controller
@RequestMapping("/dossiers/{id}")
final class PaperPages {
    private final DossierModel model;
    private final DossierPapers papers;
    private final DossierFiles files;
    private final ReviewStore reviews;
    private final HandOff handOff;
    private final PreviewViews previews;

    PaperPages(
            DossierModel model,
            DossierPapers papers,
            DossierFiles files,
            ReviewStore reviews,
            HandOff handOff,
            PreviewViews previews) {
        this.model = model;
        this.papers = papers;
        this.files = files;
        this.reviews = reviews;
        this.handOff = handOff;
        this.previews = previews;
    }

    @GetMapping("/papers/{form}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    View preview(
            @PathVariable UUID id,
            @PathVariable String form,
            @RequestParam(defaultValue = "vi") String language,
            SignedIn caller,
            Model view)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        DocumentLanguage chosen = language(language);
        FormPaper paper = papers.paper(known, form, chosen).orElseThrow(DossierModel::none);
        byte[] html = papers.print(known, form, DocumentFormat.HTML_FRAGMENT, chosen)
                .orElseThrow(DossierModel::none)
                .bytes();
        model.head(known, caller, view, model.message("dossiers.preview"));
        view.addAttribute("paper", paper);
        view.addAttribute("form", form);
        view.addAttribute("language", chosen.tag());
        return previews.of("dossiers/preview", new String(html, StandardCharsets.UTF_8));
    }

    @GetMapping("/papers/{form}/{format}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<byte[]> download(
            @PathVariable UUID id,
            @PathVariable String form,
            @PathVariable String format,
            @RequestParam(defaultValue = "vi") String language,
            SignedIn caller)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        DocumentFormat chosen = format.equals("docx") ? DocumentFormat.DOCX : DocumentFormat.PDF;
        DossierPapers.Printed printed =
                papers.print(known, form, chosen, language(language)).orElseThrow(DossierModel::none);
        papers.note(known, form, printed, caller);
        return attachment(printed.name(), chosen.mediaType()).body(printed.bytes());
    }

    private static DocumentLanguage language(String tag) {
        return tag.equals("en") ? DocumentLanguage.ENGLISH : DocumentLanguage.VIETNAMESE;
    }

    @PostMapping("/files")
    @Allowed(value = Permission.DOSSIERS_MOVE, scope = Allowed.ScopeRule.QUERY)
    String upload(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean attested,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String generated,
            SignedIn caller,
            Model view,
            HttpServletResponse response)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        DossierOutcome<DossierFile> outcome;
        if (file == null || file.isEmpty()) {
            outcome = DossierOutcome.refused("file", "file-missing");
        } else {
            String name = file.getOriginalFilename();
            var offered = new DossierFiles.Offered(
                    name == null ? "" : name,
                    null,
                    attested,
                    DossierPapers.orNull(form),
                    DossierPapers.orNull(generated));
            try (var content = file.getInputStream()) {
                outcome = files.add(id, offered, content, caller);
            }
        }
        if (outcome instanceof DossierOutcome.Done<DossierFile>) {
            return "redirect:/dossiers/" + id + "#files";
        }
        model.refused(outcome, view);
        response.setStatus(DossierModel.status(outcome).value());
        return model.page(known, caller, view);
    }

    @GetMapping("/files/{file}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    void file(@PathVariable UUID id, @PathVariable UUID file, SignedIn caller, HttpServletResponse response)
            throws IOException {
        model.known(id, caller);
        DossierFile found = reviews.file(id, file).orElseThrow(DossierModel::none);
        response.setContentType(found.mediaType());
        response.setContentLengthLong(found.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(found.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Chieng-Label", found.label());
        Files.copy(files.path(found), response.getOutputStream());
    }

    @PostMapping("/files/{file}/remove")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable UUID id, @PathVariable UUID file, SignedIn caller, Model view, HttpServletResponse response) {
        DossierContext.Known known = model.known(id, caller);
        DossierOutcome<DossierFile> outcome = files.remove(id, file, caller);
        if (outcome instanceof DossierOutcome.Done<DossierFile>) {
            return "redirect:/dossiers/" + id + "#files";
        }
        model.refused(outcome, view);
        response.setStatus(DossierModel.status(outcome).value());
        return model.page(known, caller, view);
    }

    /** The dossier as a zip with a manifest of hashes, for a body that does not work in this product. */
    @GetMapping("/hand-off")
    @Allowed(value = Permission.DOSSIERS_MOVE, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<byte[]> handOff(@PathVariable UUID id, SignedIn caller) throws IOException {
        DossierContext.Known known = model.known(id, caller);
        return attachment(known.dossier().number() + ".zip", "application/zip").body(handOff.bundle(known, caller));
    }

    private static ResponseEntity.BodyBuilder attachment(String name, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
