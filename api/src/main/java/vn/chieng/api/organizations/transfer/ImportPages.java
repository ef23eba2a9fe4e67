package vn.chieng.api.organizations.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.uploads.UploadName;
import vn.chieng.api.uploads.UploadState;

/** Uploads, what they would change, how far they are, and the button that applies them; only for the whole province. */
@Controller
@RequestMapping("/admin/organizations/imports")
final class ImportPages {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int RECENT = 10;
    private static final int PAGE = 100;

    private final ImportRunner runner;
    private final ImportStore imports;
    private final MessageSource messages;
    private final Clock clock;

    ImportPages(ImportRunner runner, ImportStore imports, MessageSource messages, Clock clock) {
        this.runner = runner;
        this.imports = imports;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.ORGANIZATIONS_IMPORT, scope = Allowed.ScopeRule.EVERYTHING)
    String list(@RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge, Model model) {
        return list(tooLarge ? "too-large" : null, model);
    }

    private String list(@Nullable String problem, Model model) {
        runner.tidy();
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin/organizations", word("organizations.title")),
                        new Crumb("", word("organizations.imports"))));
        model.addAttribute("jobs", imports.recent(RECENT));
        model.addAttribute(
                "errors",
                problem == null
                        ? List.of()
                        : List.of(new FieldProblem("file", word("organizations.imports." + problem))));
        return "organizations/imports";
    }

    @PostMapping
    @Allowed(value = Permission.ORGANIZATIONS_IMPORT, scope = Allowed.ScopeRule.EVERYTHING)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused("missing", model, response);
        }
        if (file.getSize() > MOST_BYTES) {
            return refused("too-large", model, response);
        }
        Optional<ImportJob> job =
                runner.start(UploadName.of(file.getOriginalFilename(), "import.csv"), file.getBytes(), caller);
        return job.isPresent()
                ? "redirect:/admin/organizations/imports/" + job.get().id()
                : refused("busy", model, response);
    }

    private String refused(String problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(problem, model);
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.ORGANIZATIONS_IMPORT, scope = Allowed.ScopeRule.EVERYTHING)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        response.addHeader("Vary", "HX-Target");
        runner.tidy();
        show(known(id), show, page, model);
        return "import".equals(target) ? "organizations/import :: job" : "organizations/import";
    }

    private void show(ImportJob job, @Nullable String shown, int page, Model model) {
        ImportLine.Verdict verdict = verdict(job, shown);
        int total = count(job, verdict);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        List<ImportLine> lines = imports.lines(job.id(), verdict, (number - 1) * PAGE, PAGE);
        model.addAttribute("job", job);
        model.addAttribute("verdict", verdict.code());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "pagination",
                new Pagination(
                        "/admin/organizations/imports/" + job.id() + "?show=" + verdict.code(),
                        lines.size(),
                        total,
                        PAGE,
                        number));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin/organizations", word("organizations.title")),
                        new Crumb("/admin/organizations/imports", word("organizations.imports")),
                        new Crumb("", job.fileName())));
    }

    /** What was asked for, else what needs a look first. */
    private static ImportLine.Verdict verdict(ImportJob job, @Nullable String shown) {
        if (shown != null) {
            try {
                return ImportLine.Verdict.valueOf(shown.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "show", e);
            }
        }
        if (job.counts().bad() > 0) {
            return ImportLine.Verdict.BAD;
        }
        return job.counts().added() > 0 ? ImportLine.Verdict.ADDED : ImportLine.Verdict.CHANGED;
    }

    private static int count(ImportJob job, ImportLine.Verdict verdict) {
        return switch (verdict) {
            case ADDED -> job.counts().added();
            case CHANGED -> job.counts().changed();
            case BAD -> job.counts().bad();
            case UNCHANGED -> 0;
        };
    }

    @PostMapping("/{id}/apply")
    @Allowed(value = Permission.ORGANIZATIONS_IMPORT, scope = Allowed.ScopeRule.EVERYTHING)
    String apply(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        if (!runner.apply(known(id).id(), caller)) {
            // somebody else was faster, or another import runs: the page shows how it stands
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", true);
            show(known(id), null, 1, model);
            return "organizations/import";
        }
        return "redirect:/admin/organizations/imports/" + id;
    }

    @PostMapping("/{id}/discard")
    @Allowed(value = Permission.ORGANIZATIONS_IMPORT, scope = Allowed.ScopeRule.EVERYTHING)
    String discard(@PathVariable long id) {
        imports.move(known(id).id(), UploadState.DISCARDED, clock.instant());
        return "redirect:/admin/organizations/imports";
    }

    private ImportJob known(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
