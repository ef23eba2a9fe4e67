package vn.chieng.api.indicators.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Uploads of indicators, what they would change, how far they are, and the button that applies them. */
@Controller
@RequestMapping("/indicators/imports")
final class IndicatorImportPages {
    private static final int RECENT = 10;
    private static final int PAGE = 100;
    private static final String PLACE = "/indicators/imports";

    private final IndicatorImportRunner runner;
    private final IndicatorImportStore imports;
    private final MessageSource messages;
    private final Clock clock;

    IndicatorImportPages(
            IndicatorImportRunner runner, IndicatorImportStore imports, MessageSource messages, Clock clock) {
        this.runner = runner;
        this.imports = imports;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String list(@RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge, Model model) {
        return list(tooLarge ? ImportStart.Reason.TOO_LARGE : null, model);
    }

    private String list(ImportStart.@Nullable Reason refused, Model model) {
        runner.tidy();
        model.addAttribute("crumbs", crumbs(new Crumb("", word("indicators.imports"))));
        model.addAttribute("jobs", imports.recent(RECENT));
        model.addAttribute("errors", refused == null ? List.of() : List.of(new FieldProblem("file", word(refused))));
        return "indicators/imports";
    }

    private String word(ImportStart.Reason refused) {
        return word("indicators.imports.refused." + code(refused));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @PostMapping
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(ImportStart.Reason.MISSING, model, response);
        }
        try (InputStream content = file.getInputStream()) {
            return switch (runner.start(UploadName.of(file.getOriginalFilename(), "indicators.csv"), content, caller)) {
                case ImportStart.Started(IndicatorImport job) -> "redirect:" + PLACE + "/" + job.id();
                case ImportStart.Refused(ImportStart.Reason reason) -> refused(reason, model, response);
            };
        }
    }

    private String refused(ImportStart.Reason reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(reason, model);
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        response.addHeader("Vary", "HX-Target");
        runner.tidy();
        String template = show(known(id), show, page, model);
        return "import".equals(target) ? template + " :: job" : template;
    }

    private String show(IndicatorImport job, @Nullable String shown, int page, Model model) {
        ImportLine.Verdict verdict = verdict(job, shown);
        int total = count(job, verdict);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        List<ImportLine> lines =
                job.state().running() ? List.of() : imports.lines(job.id(), verdict, (number - 1) * PAGE, PAGE);
        model.addAttribute("job", job);
        model.addAttribute("verdict", verdict.code());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "pagination",
                new Pagination(PLACE + "/" + job.id() + "?show=" + verdict.code(), lines.size(), total, PAGE, number));
        model.addAttribute(
                "crumbs", crumbs(new Crumb(PLACE, word("indicators.imports")), new Crumb("", job.fileName())));
        return "indicators/import";
    }

    /** What was asked for, else what needs a look first. */
    private static ImportLine.Verdict verdict(IndicatorImport job, @Nullable String shown) {
        if (shown == null) {
            return job.counts().refused() > 0
                    ? ImportLine.Verdict.REFUSED
                    : job.counts().added() > 0 ? ImportLine.Verdict.ADDED : ImportLine.Verdict.CHANGED;
        }
        try {
            return ImportLine.Verdict.valueOf(shown.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "show", e);
        }
    }

    private static int count(IndicatorImport job, ImportLine.Verdict verdict) {
        return switch (verdict) {
            case ADDED -> job.counts().added();
            case CHANGED -> job.counts().changed();
            case REFUSED -> job.counts().refused();
            case READ, UNCHANGED -> 0;
        };
    }

    @PostMapping("/{id}/apply")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String apply(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        if (!runner.apply(known(id).id(), caller)) {
            // somebody else was faster, or another import runs: the page shows how it stands
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", true);
            return show(known(id), null, 1, model);
        }
        return "redirect:" + PLACE + "/" + id;
    }

    @PostMapping("/{id}/discard")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String discard(@PathVariable long id) {
        imports.move(known(id).id(), UploadState.DISCARDED, clock.instant());
        return "redirect:" + PLACE;
    }

    private IndicatorImport known(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Crumb> crumbs(Crumb... last) {
        List<Crumb> crumbs = new ArrayList<>(List.of(new Crumb("/indicators", word("indicators.title"))));
        crumbs.addAll(List.of(last));
        return crumbs;
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
