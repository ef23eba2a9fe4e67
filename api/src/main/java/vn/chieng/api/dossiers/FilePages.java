package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** Files of a dossier, of one of its sections, or of one requirement: added, taken away, read. */
@Controller
@RequestMapping("/dossiers/{id}/files")
final class FilePages {
    private final DossierModel model;
    private final SectionView sections;
    private final DossierFiles files;
    private final ReviewStore reviews;

    FilePages(DossierModel model, SectionView sections, DossierFiles files, ReviewStore reviews) {
        this.model = model;
        this.sections = sections;
        this.files = files;
        this.reviews = reviews;
    }

    /** What somebody says of a file, as typed. */
    record FileForm(
            @Nullable String place,
            @Nullable Boolean attested,
            @Nullable String form,
            @Nullable String generated) {

        FilePlace where() {
            return FilePlace.read(place == null ? "" : place);
        }

        DossierFiles.Offered offered(@Nullable String name) {
            return new DossierFiles.Offered(
                    name == null ? "" : name,
                    where(),
                    Boolean.TRUE.equals(attested),
                    form == null ? null : DossierPapers.orNull(form),
                    generated == null ? null : DossierPapers.orNull(generated));
        }
    }

    @PostMapping
    @Allowed(value = Permission.DOSSIERS_MOVE, scope = Allowed.ScopeRule.QUERY)
    String upload(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            FileForm form,
            SignedIn caller,
            Model view,
            HttpServletResponse response)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        return answer(added(id, file, form, caller), known, form.where().section(), caller, view, response);
    }

    private DossierOutcome<DossierFile> added(UUID id, @Nullable MultipartFile file, FileForm form, SignedIn caller)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return DossierOutcome.refused("file", "file-missing");
        }
        try (var bytes = file.getInputStream()) {
            return files.add(id, form.offered(file.getOriginalFilename()), bytes, caller);
        }
    }

    @PostMapping("/{file}/remove")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String section,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        DossierContext.Known known = model.known(id, caller);
        return answer(files.remove(id, file, caller), known, DossierPapers.orNull(section), caller, view, response);
    }

    /** Back to the page from which it was asked, with the reasons where it was refused. */
    private String answer(
            DossierOutcome<DossierFile> outcome,
            DossierContext.Known known,
            @Nullable String section,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        String base = "/dossiers/" + known.dossier().id();
        if (outcome instanceof DossierOutcome.Done<DossierFile>) {
            return "redirect:" + base + (section == null ? "" : "/sections/" + section) + "#files";
        }
        model.refused(outcome, view);
        response.setStatus(DossierModel.status(outcome).value());
        return known.sections()
                .find(section == null ? "" : section)
                .map(shown -> sections.page(known, shown, caller, view))
                .orElseGet(() -> model.page(known, caller, view));
    }

    @GetMapping("/{file}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    void file(@PathVariable UUID id, @PathVariable UUID file, SignedIn caller, HttpServletResponse response)
            throws IOException {
        model.known(id, caller);
        DossierFile found = reviews.file(id, file).orElseThrow(DossierModel::none);
        response.setContentType(found.mediaType());
        response.setContentLengthLong(found.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(found.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Chieng-Label", found.label());
        Files.copy(files.path(found), response.getOutputStream());
    }

    static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
