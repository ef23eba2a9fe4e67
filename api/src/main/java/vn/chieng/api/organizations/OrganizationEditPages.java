package vn.chieng.api.organizations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** The forms that add a body, change it, put it elsewhere in the tree, and end it. */
@Controller
final class OrganizationEditPages {
    private static final int MOST_REASON = 500;

    private final OrganizationEditor editor;
    private final DetailModel details;
    private final TreeOrder order;
    private final OrganizationIds ids;
    private final Clock clock;

    OrganizationEditPages(
            OrganizationEditor editor, DetailModel details, TreeOrder order, OrganizationIds ids, Clock clock) {
        this.editor = editor;
        this.details = details;
        this.order = order;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/admin/organizations/new")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String blank(@RequestParam(required = false) @Nullable String parent, SignedIn caller, Model model) {
        var form = new OrganizationForm("", null, null, parent, "unit", null, null, false, null);
        return blank(form, List.of(), caller, model);
    }

    private String blank(OrganizationForm form, List<RegisterProblem> problems, SignedIn caller, Model model) {
        details.problems(problems, model);
        model.addAttribute("form", form);
        model.addAttribute("kinds", OrganizationKind.values());
        model.addAttribute("choices", order.choices(caller.scope(), OrganizationListParameters.today(clock)));
        return "organizations/new";
    }

    @PostMapping("/admin/organizations")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String add(
            @ModelAttribute OrganizationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        List<RegisterProblem> unreadable = form.problems();
        ChangeOutcome<OrganizationEntry> outcome = unreadable.isEmpty()
                ? editor.add(new OrganizationEntry(form.created(ids.next()), List.of(), Set.of()), caller)
                : new ChangeOutcome.Refused<>(unreadable);
        return switch (outcome) {
            case ChangeOutcome.Done<OrganizationEntry>(OrganizationEntry now) -> saved(now.id(), flash);
            case ChangeOutcome.Refused<OrganizationEntry>(List<RegisterProblem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield blank(form, problems, caller, model);
            }
            case ChangeOutcome.Stale<OrganizationEntry> _, ChangeOutcome.Unknown<OrganizationEntry> _ ->
                throw DetailModel.none();
        };
    }

    @GetMapping("/admin/organizations/{id}/edit")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String edit(@PathVariable String id, SignedIn caller, Model model) {
        OrganizationEntry entry = details.known(id, caller);
        return form("edit", entry, OrganizationForm.of(entry.organization()), caller, model);
    }

    @PostMapping("/admin/organizations/{id}")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable String id,
            @ModelAttribute OrganizationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        boolean whole = ProvinceWide.may(caller, Permission.ORGANIZATIONS_EDIT);
        details.known(id, caller);
        List<RegisterProblem> unreadable = whole ? form.problems() : List.of();
        var edit = new OrganizationEditor.Edit(
                id,
                version(form.version()),
                OrganizationAction.ORGANIZATION_CHANGED,
                null,
                entry -> entry.with(whole ? form.rewritten(entry.organization()) : form.renamed(entry.organization())));
        ChangeOutcome<OrganizationEntry> outcome =
                unreadable.isEmpty() ? editor.change(edit, caller) : new ChangeOutcome.Refused<>(unreadable);
        return answer(id, "edit", outcome, form, caller, model, response, flash);
    }

    @GetMapping("/admin/organizations/{id}/move")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String move(@PathVariable String id, SignedIn caller, Model model) {
        OrganizationEntry entry = details.known(id, caller);
        return form("move", entry, OrganizationForm.of(entry.organization()), caller, model);
    }

    @PostMapping("/admin/organizations/{id}/move")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String move(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @ModelAttribute OrganizationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var edit = new OrganizationEditor.Edit(
                id,
                version(form.version()),
                OrganizationAction.ORGANIZATION_MOVED,
                reason(reason),
                entry -> entry.with(entry.organization().below(Typed.orNull(form.parent()))));
        return answer(id, "move", editor.change(edit, caller), form, caller, model, response, flash);
    }

    @GetMapping("/admin/organizations/{id}/dissolve")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String dissolve(@PathVariable String id, SignedIn caller, Model model) {
        OrganizationEntry entry = details.known(id, caller);
        return form("dissolve", entry, OrganizationForm.of(entry.organization()), caller, model);
    }

    @PostMapping("/admin/organizations/{id}/dissolve")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String dissolve(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String successor,
            @RequestParam(required = false) @Nullable String reason,
            @ModelAttribute OrganizationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        Optional<LocalDate> last = Typed.day(Typed.text(form.validTo()));
        ChangeOutcome<OrganizationEntry> outcome;
        if (last.isEmpty()) {
            outcome = new ChangeOutcome.Refused<>(List.of(RegisterProblem.of(
                    "valid_to", RegisterProblem.Reason.DATE_UNREADABLE, Typed.text(form.validTo()))));
        } else {
            outcome = editor.dissolve(
                    new OrganizationEditor.Edit(
                            id,
                            version(form.version()),
                            OrganizationAction.ORGANIZATION_DISSOLVED,
                            reason(reason),
                            entry -> entry.endedOn(last.get())),
                    Typed.orNull(successor),
                    caller);
        }
        model.addAttribute("successor", successor);
        model.addAttribute("reason", reason);
        return answer(id, "dissolve", outcome, form, caller, model, response, flash);
    }

    private String answer(
            String id,
            String page,
            ChangeOutcome<OrganizationEntry> outcome,
            OrganizationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case ChangeOutcome.Done<OrganizationEntry> _ -> saved(id, flash);
            case ChangeOutcome.Refused<OrganizationEntry>(List<RegisterProblem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                details.problems(problems, model);
                yield form(page, details.known(id, caller), form, caller, model);
            }
            case ChangeOutcome.Stale<OrganizationEntry>(OrganizationEntry current) -> {
                // nothing is overwritten: the page shows what was wanted and how it stands now
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("conflict", true);
                yield form(page, current, form, caller, model);
            }
            case ChangeOutcome.Unknown<OrganizationEntry> _ -> throw DetailModel.none();
        };
    }

    private String form(String page, OrganizationEntry entry, OrganizationForm form, SignedIn caller, Model model) {
        details.head(entry, caller, model, "organizations." + page);
        model.addAttribute("form", form);
        model.addAttribute("kinds", OrganizationKind.values());
        model.addAttribute("choices", order.choices(caller.scope(), OrganizationListParameters.today(clock)));
        return "organizations/" + page;
    }

    private static String saved(String id, RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        return "redirect:/admin/organizations/" + id;
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "version");
        }
        return version;
    }

    private static @Nullable String reason(@Nullable String typed) {
        String text = Typed.orNull(typed);
        return text == null ? null : text.substring(0, Math.min(text.length(), MOST_REASON));
    }
}
