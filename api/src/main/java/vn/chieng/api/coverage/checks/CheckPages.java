package vn.chieng.api.coverage.checks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Shown;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.levels.LevelAssessor;

/** The checks of a body and of its systems: how each system stands, what was recorded, and the form to record more. */
@Controller
@RequestMapping("/coverage/{id}/checks")
final class CheckPages {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_REASON = 500;

    private final CheckStore store;
    private final CheckRecords records;
    private final SystemChecks standings;
    private final SystemRegister systems;
    private final OrganizationDirectory directory;
    private final LevelAssessor days;
    private final MessageSource messages;
    private final Shown shown;

    CheckPages(
            CheckStore store,
            CheckRecords records,
            SystemChecks standings,
            SystemRegister systems,
            OrganizationDirectory directory,
            LevelAssessor days,
            MessageSource messages,
            Shown shown) {
        this.store = store;
        this.records = records;
        this.standings = standings;
        this.systems = systems;
        this.directory = directory;
        this.days = days;
        this.messages = messages;
        this.shown = shown;
    }

    @GetMapping
    @Allowed(value = Permission.COVERAGE_READ, scope = Allowed.ScopeRule.QUERY)
    String checks(@PathVariable String id, SignedIn caller, Model model) {
        return page(known(id, caller), CheckForm.BLANK, caller, model);
    }

    private Organization known(String id, SignedIn caller) {
        return directory
                .find(id)
                .filter(found -> caller.scope().covers(found.id()))
                .orElseThrow(CheckPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Systems that the body and those below it operate, as far as the caller sees them. */
    private List<RegisteredSystem> within(Organization body, SignedIn caller) {
        Set<String> bodies = directory.subtree(body.id()).stream()
                .filter(caller.scope()::covers)
                .collect(Collectors.toSet());
        return systems.list(SystemQuery.ALL, new Scope.Organizations(bodies)).stream()
                .filter(system -> system.status() != SystemStatus.RETIRED)
                .toList();
    }

    private String page(Organization body, CheckForm form, SignedIn caller, Model model) {
        String name = shown.text(body.name(LocaleContextHolder.getLocale()));
        List<RegisteredSystem> within = within(body, caller);
        List<RecordedCheck> checks = store.ofBody(body.id(), MOST_SHOWN);
        model.addAttribute("body", body);
        model.addAttribute("named", name);
        model.addAttribute("form", form);
        model.addAttribute("choices", within);
        model.addAttribute(
                "rows",
                standings.of(within.stream()
                        .filter(system -> system.organizationId().equals(body.id()))
                        .toList()));
        model.addAttribute("checks", checks);
        model.addAttribute(
                "byId", within.stream().collect(Collectors.toMap(RegisteredSystem::id, RegisteredSystem::code)));
        model.addAttribute("kinds", CheckKind.values());
        model.addAttribute("today", days.today());
        model.addAttribute("mayEdit", caller.may(Permission.COVERAGE_EDIT));
        model.addAttribute("mayOpen", caller.may(Permission.DOSSIERS_READ));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/coverage", word("coverage.title")),
                        new Crumb("/coverage/" + body.id(), name),
                        new Crumb("", word("coverage.checks"))));
        model.asMap().putIfAbsent("errors", List.of());
        return "coverage/checks";
    }

    @PostMapping
    @Allowed(value = Permission.COVERAGE_EDIT, scope = Allowed.ScopeRule.QUERY)
    String record(
            @PathVariable String id,
            CheckForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        Organization body = known(id, caller);
        List<RegisteredSystem> within = within(body, caller);
        CheckForm.Read read =
                form.read(within.stream().map(RegisteredSystem::id).collect(Collectors.toSet()), days.today());
        CheckForm.Draft draft = read.draft();
        List<CheckForm.Wrong> wrong = draft == null
                ? read.wrong()
                : recorded(body, draft, file, Boolean.TRUE.equals(form.attested()), within, caller).stream()
                        .toList();
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", words(wrong));
            return page(body, form, caller, model);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/coverage/" + id + "/checks";
    }

    private Optional<CheckForm.Wrong> recorded(
            Organization body,
            CheckForm.Draft draft,
            @Nullable MultipartFile file,
            boolean attested,
            List<RegisteredSystem> within,
            SignedIn caller)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return records.record(body.id(), draft, new CheckRecords.Offered("", null, attested), within, caller);
        }
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return records.record(
                    body.id(),
                    draft,
                    new CheckRecords.Offered(name == null ? "" : name, content, attested),
                    within,
                    caller);
        }
    }

    private List<FieldProblem> words(List<CheckForm.Wrong> wrong) {
        return wrong.stream()
                .map(each -> new FieldProblem(each.field(), word("coverage.check.wrong." + each.key())))
                .toList();
    }

    @PostMapping("/{check}/withdraw")
    @Allowed(value = Permission.COVERAGE_EDIT, scope = Allowed.ScopeRule.QUERY)
    String withdraw(
            @PathVariable String id,
            @PathVariable long check,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Organization body = known(id, caller);
        RecordedCheck found = store.find(body.id(), check).orElseThrow(CheckPages::none);
        String why = Typed.text(reason);
        if (why.isEmpty() || why.length() > MOST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", words(List.of(new CheckForm.Wrong("reason-" + check, "reason"))));
            return page(body, CheckForm.BLANK, caller, model);
        }
        if (!records.withdraw(found, why, caller)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(body, CheckForm.BLANK, caller, model);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/coverage/" + id + "/checks";
    }

    @GetMapping("/{check}/file")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    void file(@PathVariable String id, @PathVariable long check, SignedIn caller, HttpServletResponse response)
            throws IOException {
        RecordedCheck.Enclosed file = store.find(known(id, caller).id(), check)
                .map(RecordedCheck::file)
                .orElseThrow(CheckPages::none);
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Chieng-Label", RecordedCheck.LABEL);
        Files.copy(records.path(file.id()), response.getOutputStream());
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
