package vn.chieng.api.rules.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.chieng.api.rules.LineDiff;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.uploads.UploadName;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.event.Level;

/** Uploads of rules, what they would change, how far they are, and the form that accepts them. */
@Controller
@RequestMapping("/rules/imports")
final class RuleImportPages {
    static final long MOST_BYTES = 32L * 1024 * 1024;
    static final String PATH = "/rules/imports";
    private static final String INEFFECTIVE = "ineffective";
    private static final List<String> SHOWN = List.of("refused", "added", "changed", INEFFECTIVE);
    private static final List<String> STATUSES = List.of("stable", "test", "experimental");
    private static final int RECENT = 10;
    private static final int PAGE = 100;
    private static final int MOST_FILES = 200;
    private static final int CONTEXT = 3;

    private final RuleImportRunner runner;
    private final ImportStore imports;
    private final RuleStore rules;
    private final MessageSource messages;
    private final Clock clock;

    RuleImportPages(
            RuleImportRunner runner, ImportStore imports, RuleStore rules, MessageSource messages, Clock clock) {
        this.runner = runner;
        this.imports = imports;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String list(@RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge, Model model) {
        return list(tooLarge ? "too-large" : null, model);
    }

    private String list(@Nullable String problem, Model model) {
        runner.tidy();
        model.addAttribute(
                "crumbs", List.of(new Crumb("/rules", word("rules.title")), new Crumb("", word("rules.imports"))));
        model.addAttribute("jobs", imports.recent(RECENT));
        model.addAttribute(
                "errors",
                problem == null ? List.of() : List.of(new FieldProblem("file", word("rules.imports." + problem))));
        return "rules/imports";
    }

    @PostMapping
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String upload(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        List<MultipartFile> uploads = file == null
                ? List.of()
                : file.stream().filter(each -> !each.isEmpty()).toList();
        if (uploads.isEmpty() || uploads.size() > MOST_FILES) {
            return refused(uploads.isEmpty() ? "missing" : "too-many", model, response);
        }
        if (uploads.stream().mapToLong(MultipartFile::getSize).sum() > MOST_BYTES) {
            return refused("too-large", model, response);
        }
        List<RuleFile> files = new ArrayList<>();
        for (MultipartFile each : uploads) {
            files.add(new RuleFile(UploadName.of(each.getOriginalFilename(), "rules.yml"), each.getBytes()));
        }
        String name = files.getFirst().path() + (files.size() > 1 ? " +" + (files.size() - 1) : "");
        Optional<ImportJob> job = runner.start(name, files, caller);
        return job.isPresent() ? "redirect:" + PATH + "/" + job.get().id() : refused("busy", model, response);
    }

    private String refused(String problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(problem, model);
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
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
        return "import".equals(target) ? "rules/import :: job" : "rules/import";
    }

    private void show(ImportJob job, @Nullable String asked, int page, Model model) {
        String shown = shown(job, asked);
        int total = count(job, shown);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        ImportItem.Verdict verdict =
                shown.equals(INEFFECTIVE) ? null : ImportItem.Verdict.valueOf(shown.toUpperCase(Locale.ROOT));
        List<ImportItem> items = imports.items(job.id(), verdict, (number - 1) * PAGE, PAGE);
        model.addAttribute("job", job);
        model.addAttribute("shown", shown);
        model.addAttribute("items", items);
        model.addAttribute(
                "levels",
                Arrays.stream(Level.values()).map(Level::code).toList().reversed());
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("products", products(job));
        model.addAttribute(
                "pagination",
                new Pagination(PATH + "/" + job.id() + "?show=" + shown, items.size(), total, PAGE, number));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/rules", word("rules.title")),
                        new Crumb(PATH, word("rules.imports")),
                        new Crumb("", job.fileName())));
    }

    private List<String> products(ImportJob job) {
        return job.state() == UploadState.READY ? imports.products(job.id()) : List.of();
    }

    /** What was asked for, else what needs a look first. */
    private static String shown(ImportJob job, @Nullable String asked) {
        if (asked != null) {
            if (!SHOWN.contains(asked)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "show");
            }
            return asked;
        }
        return job.counts().refused() > 0 ? "refused" : job.counts().added() > 0 ? "added" : "changed";
    }

    private static int count(ImportJob job, String shown) {
        return switch (shown) {
            case "refused" -> job.counts().refused();
            case "added" -> job.counts().added();
            case "changed" -> job.counts().changed();
            default -> job.counts().ineffective();
        };
    }

    @GetMapping("/{id}/changes/{ruleId}")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String changes(@PathVariable long id, @PathVariable String ruleId, Model model, Locale locale) {
        ImportJob job = known(id);
        ImportItem item = imports.item(id, ruleId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Rule> rule = rules.find(ruleId);
        String before = rule.map(each -> rules.text(each.textHash())).orElse("");
        model.addAttribute("job", job);
        model.addAttribute("item", item);
        model.addAttribute(
                "lines", LineDiff.around(LineDiff.of(before, item.text() == null ? before : item.text()), CONTEXT));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/rules", word("rules.title")),
                        new Crumb(PATH, word("rules.imports")),
                        new Crumb(PATH + "/" + id + "?show=changed", job.fileName()),
                        new Crumb("", item.title() == null ? ruleId : item.title())));
        return "rules/import-changes";
    }

    @PostMapping("/{id}/apply")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "all") String part,
            @RequestParam(required = false) @Nullable Set<String> rule,
            @RequestParam(required = false) @Nullable Set<String> level,
            @RequestParam(required = false) @Nullable Set<String> status,
            @RequestParam(required = false) @Nullable Set<String> product,
            @RequestParam(defaultValue = "false") boolean ineffective,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Acceptance acceptance;
        try {
            acceptance = new Acceptance(
                    Acceptance.Part.valueOf(part.toUpperCase(Locale.ROOT)),
                    orNone(rule),
                    orNone(level).stream()
                            .map(each -> Level.valueOf(each.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()),
                    orNone(status),
                    orNone(product),
                    ineffective);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "part", e);
        }
        if (!runner.apply(known(id).id(), acceptance, caller)) {
            // somebody else was faster, or another import runs: the page shows how it stands
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", true);
            show(known(id), null, 1, model);
            return "rules/import";
        }
        return "redirect:" + PATH + "/" + id;
    }

    private static Set<String> orNone(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }

    @PostMapping("/{id}/discard")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String discard(@PathVariable long id) {
        imports.move(known(id).id(), UploadState.DISCARDED, clock.instant());
        return "redirect:" + PATH;
    }

    private ImportJob known(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
