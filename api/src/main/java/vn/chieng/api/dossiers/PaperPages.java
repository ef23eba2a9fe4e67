package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.PreviewViews;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.forms.FormPaper;

/** Papers of a dossier to look at and to take away, and the bundle for the authority outside. */
@Controller
@RequestMapping("/dossiers/{id}")
final class PaperPages {
    private final DossierModel model;
    private final DossierPapers papers;
    private final HandOff handOff;
    private final PreviewViews previews;

    PaperPages(DossierModel model, DossierPapers papers, HandOff handOff, PreviewViews previews) {
        this.model = model;
        this.papers = papers;
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
    void download(
            @PathVariable UUID id,
            @PathVariable String form,
            @PathVariable String format,
            @RequestParam(defaultValue = "vi") String language,
            SignedIn caller,
            HttpServletResponse response)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        DocumentFormat chosen = format.equals("docx") ? DocumentFormat.DOCX : DocumentFormat.PDF;
        Path file = Files.createTempFile("paper", ".print");
        try {
            if (!papers.print(known, form, chosen, language(language), file, caller)) {
                throw DossierModel.none();
            }
            response.setContentType(chosen.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, FilePages.attachment(DossierPapers.name(known, form, chosen)));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static DocumentLanguage language(String tag) {
        return tag.equals("en") ? DocumentLanguage.ENGLISH : DocumentLanguage.VIETNAMESE;
    }

    /** The dossier as a zip with a manifest of hashes, for a body that does not work in this product. */
    @GetMapping("/hand-off")
    @Allowed(value = Permission.DOSSIERS_MOVE, scope = Allowed.ScopeRule.QUERY)
    void handOff(@PathVariable UUID id, SignedIn caller, HttpServletResponse response) throws IOException {
        DossierContext.Known known = model.known(id, caller);
        Path file = Files.createTempFile("hand-off", ".zip");
        try {
            if (!handOff.bundle(known, file, caller)) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "attachments");
            }
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    FilePages.attachment(known.dossier().number() + ".zip"));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
