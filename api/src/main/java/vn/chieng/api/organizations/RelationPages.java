package vn.chieng.api.organizations;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** The small forms on the page of a body that give it codes and predecessors, and take them away. */
@Controller
final class RelationPages {
    private final OrganizationEditor editor;
    private final DetailModel details;

    /** A code as typed. */
    record CodeForm(
            int version,
            @Nullable String scheme,
            @Nullable String value,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String source) {}

    RelationPages(OrganizationEditor editor, DetailModel details) {
        this.editor = editor;
        this.details = details;
    }

    @PostMapping("/admin/organizations/{id}/codes")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String addCode(
            @PathVariable String id,
            @ModelAttribute("codeForm") CodeForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        List<RegisterProblem> problems = new ArrayList<>();
        OrganizationCode code = code(form, problems);
        ChangeOutcome<OrganizationEntry> outcome = code == null
                ? new ChangeOutcome.Refused<>(problems)
                : change(id, form.version(), caller, entry -> {
                    List<OrganizationCode> codes = new ArrayList<>(entry.codes());
                    codes.add(code);
                    return entry.withCodes(codes);
                });
        return answer(id, outcome, caller, model, response, flash);
    }

    private static @Nullable OrganizationCode code(CodeForm form, List<RegisterProblem> problems) {
        String scheme = Typed.text(form.scheme()).toLowerCase(Locale.ROOT);
        String value = Typed.text(form.value());
        String source = Typed.orNull(form.source());
        if (!OrganizationCode.isWellFormed(scheme, value, source)) {
            problems.add(RegisterProblem.of("codes", Reason.CODE_UNREADABLE, scheme + "=" + value));
        }
        LocalDate from = day(form.validFrom(), problems);
        LocalDate to = day(form.validTo(), problems);
        if (Period.reversed(from, to)) {
            problems.add(RegisterProblem.of("codes", Reason.DATES_REVERSED));
        }
        return problems.isEmpty() ? new OrganizationCode(scheme, value, from, to, source) : null;
    }

    private static @Nullable LocalDate day(@Nullable String typed, List<RegisterProblem> problems) {
        String text = Typed.text(typed);
        LocalDate day = Typed.day(text).orElse(null);
        if (day == null && !text.isEmpty()) {
            problems.add(RegisterProblem.of("codes", Reason.DATE_UNREADABLE, text));
        }
        return day;
    }

    @PostMapping("/admin/organizations/{id}/codes/remove")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String removeCode(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String scheme,
            @RequestParam String value,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ChangeOutcome<OrganizationEntry> outcome = change(
                id,
                version,
                caller,
                entry -> entry.withCodes(entry.codes().stream()
                        .filter(code ->
                                !code.scheme().equals(scheme) || !code.value().equals(value))
                        .toList()));
        return answer(id, outcome, caller, model, response, flash);
    }

    @PostMapping("/admin/organizations/{id}/predecessors")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String addPredecessor(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String predecessor,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ChangeOutcome<OrganizationEntry> outcome = change(id, version, caller, entry -> {
            Set<String> predecessors = new TreeSet<>(entry.predecessors());
            predecessors.add(Typed.text(predecessor));
            return entry.withPredecessors(predecessors);
        });
        return answer(id, outcome, caller, model, response, flash);
    }

    @PostMapping("/admin/organizations/{id}/predecessors/remove")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String removePredecessor(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String predecessor,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ChangeOutcome<OrganizationEntry> outcome = change(id, version, caller, entry -> {
            Set<String> predecessors = new TreeSet<>(entry.predecessors());
            predecessors.remove(predecessor);
            return entry.withPredecessors(predecessors);
        });
        return answer(id, outcome, caller, model, response, flash);
    }

    private ChangeOutcome<OrganizationEntry> change(
            String id, int version, SignedIn caller, UnaryOperator<OrganizationEntry> change) {
        return editor.change(
                new OrganizationEditor.Edit(id, version, OrganizationAction.ORGANIZATION_CHANGED, null, change),
                caller);
    }

    private String answer(
            String id,
            ChangeOutcome<OrganizationEntry> outcome,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case ChangeOutcome.Done<OrganizationEntry> _ -> {
                flash.addFlashAttribute("saved", true);
                yield "redirect:/admin/organizations/" + id;
            }
            case ChangeOutcome.Refused<OrganizationEntry>(List<RegisterProblem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                details.problems(problems, model);
                yield details.page(details.known(id, caller), caller, model);
            }
            case ChangeOutcome.Stale<OrganizationEntry>(OrganizationEntry current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("conflict", true);
                yield details.page(current, caller, model);
            }
            case ChangeOutcome.Unknown<OrganizationEntry> _ -> throw DetailModel.none();
        };
    }
}
