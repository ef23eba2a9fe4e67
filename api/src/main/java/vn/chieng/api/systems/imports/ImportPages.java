package vn.chieng.api.systems.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.spreadsheets.SheetLimits;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemWords;
import vn.chieng.api.uploads.UploadName;
import vn.chieng.api.uploads.UploadState;

/** Uploads of systems, what they would change, how far they are, and the button that applies them. */
@Controller("systemImportPages")
@RequestMapping("/systems/imports")
final class ImportPages {
    private static final int RECENT = 10;
    private static final int PAGE = 100;

    private final ImportRunner runner;
    private final ImportStore imports;
    private final OrganizationDirectory directory;
    private final SystemWords words;
    private final Clock clock;

    ImportPages(
            ImportRunner runner, ImportStore imports, OrganizationDirectory directory, SystemWords words, Clock clock) {
        this.runner = runner;
        this.imports = imports;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String list(
            @RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge,
            SignedIn caller,
            Model model) {
        return list(tooLarge ? "too-large" : null, caller, model);
    }

    private String list(@Nullable String problem, SignedIn caller, Model model) {
        runner.tidy();
        model.addAttribute(
                "crumbs",
                List.of(new Crumb("/systems", words.of("systems.title")), new Crumb("", words.of("systems.imports"))));
        model.addAttribute("jobs", imports.recent(caller.scope(), RECENT));
        model.addAttribute(
                "errors",
                problem == null
                        ? List.of()
                        : List.of(new FieldProblem("file", words.of("systems.imports." + problem))));
        return "systems/imports";
    }

    @PostMapping
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > SheetLimits.MOST_BYTES) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(file == null || file.isEmpty() ? "missing" : "too-large", caller, model);
        }
        String organizationId = caller.organizationId();
        ImportJob job = runner.start(
                UploadName.of(file.getOriginalFilename(), "import"),
                file.getBytes(),
                organizationId == null ? directory.root().id() : organizationId,
                caller);
        return "redirect:/systems/imports/" + job.id();
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        runner.tidy();
        ImportJob job = known(id, caller);
        ImportLine.Verdict verdict = verdict(job, show);
        int total = job.counts().of(verdict);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        List<ImportLine> lines = imports.lines(id, verdict, (number - 1) * PAGE, PAGE);
        model.addAttribute("job", job);
        model.addAttribute("own", job.accountId() == caller.accountId());
        model.addAttribute("verdict", verdict.code());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "pagination",
                new Pagination(
                        "/systems/imports/" + id + "?show=" + verdict.code(), lines.size(), total, PAGE, number));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/systems", words.of("systems.title")),
                        new Crumb("/systems/imports", words.of("systems.imports")),
                        new Crumb("", job.fileName())));
        return "systems/import";
    }

    /** What was asked for, else what needs a look first. */
    private static ImportLine.Verdict verdict(ImportJob job, @Nullable String shown) {
        for (ImportLine.Verdict verdict : ImportLine.Verdict.values()) {
            if (verdict.code().equals(shown == null ? null : shown.toLowerCase(Locale.ROOT))) {
                return verdict;
            }
        }
        if (job.counts().bad() > 0) {
            return ImportLine.Verdict.BAD;
        }
        return job.counts().added() > 0 ? ImportLine.Verdict.ADDED : ImportLine.Verdict.CHANGED;
    }

    @PostMapping("/{id}/apply")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String apply(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        ImportJob job = known(id, caller);
        // the comparison is true for the scope it was made in
        if (job.accountId() != caller.accountId() || !runner.apply(id, caller)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", true);
            return show(id, null, 1, caller, model);
        }
        return "redirect:/systems/imports/" + id;
    }

    @PostMapping("/{id}/discard")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String discard(@PathVariable long id, SignedIn caller) {
        imports.move(known(id, caller).id(), UploadState.DISCARDED, clock.instant());
        return "redirect:/systems/imports";
    }

    private ImportJob known(long id, SignedIn caller) {
        return imports.find(id, caller.scope()).orElseThrow(SystemModel::none);
    }
}
