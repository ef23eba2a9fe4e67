package vn.chieng.api.organizations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** The forms of a body's contacts, and the button that says a contact was found to be true today. */
@Controller
@RequestMapping("/admin/organizations/{organizationId}/contacts")
final class ContactPages {
    private final ContactEditor editor;
    private final ContactStore contacts;
    private final DetailModel details;

    /** A contact as typed. */
    record ContactForm(
            @Nullable String name,
            @Nullable String title,
            @Nullable String phone,
            @Nullable Boolean phoneAlways,
            @Nullable String mail,
            @Nullable String intakeAddress,
            @Nullable String verifyDays,
            @Nullable Integer version) {

        static ContactForm of(ContactDraft draft, @Nullable Integer version) {
            return new ContactForm(
                    draft.name(),
                    draft.title(),
                    draft.phone(),
                    draft.phoneAlways(),
                    draft.mail(),
                    draft.intakeAddress(),
                    String.valueOf(draft.verifyDays()),
                    version);
        }

        ContactDraft draft() {
            return new ContactDraft(
                    Typed.text(name),
                    Typed.orNull(title),
                    Typed.orNull(phone),
                    Boolean.TRUE.equals(phoneAlways),
                    Typed.orNull(mail),
                    Typed.orNull(intakeAddress),
                    ContactDraft.days(Typed.text(verifyDays)));
        }
    }

    ContactPages(ContactEditor editor, ContactStore contacts, DetailModel details) {
        this.editor = editor;
        this.contacts = contacts;
        this.details = details;
    }

    @GetMapping("/new")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String blank(@PathVariable String organizationId, SignedIn caller, Model model) {
        requireUnmasked(caller);
        var draft = new ContactDraft("", null, null, false, null, null, ContactDraft.USUAL_DAYS);
        return form(organizationId, null, ContactForm.of(draft, null), caller, model);
    }

    @PostMapping
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String add(
            @PathVariable String organizationId,
            @ModelAttribute ContactForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireUnmasked(caller);
        return answer(
                organizationId,
                editor.add(organizationId, form.draft(), caller),
                form,
                null,
                caller,
                model,
                response,
                flash);
    }

    @GetMapping("/{id}/edit")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String edit(@PathVariable String organizationId, @PathVariable long id, SignedIn caller, Model model) {
        requireUnmasked(caller);
        OrganizationContact contact =
                contacts.find(id, organizationId, caller.scope()).orElseThrow(DetailModel::none);
        return form(organizationId, id, ContactForm.of(contact.draft(), contact.version()), caller, model);
    }

    @PostMapping("/{id}")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable String organizationId,
            @PathVariable long id,
            @ModelAttribute ContactForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireUnmasked(caller);
        int version = form.version() == null ? 0 : form.version();
        return answer(
                organizationId,
                editor.change(id, organizationId, version, form.draft(), caller),
                form,
                id,
                caller,
                model,
                response,
                flash);
    }

    @PostMapping("/{id}/verify")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String verify(
            @PathVariable String organizationId,
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireUnmasked(caller);
        return answer(
                organizationId, editor.verify(id, organizationId, version, caller), caller, model, response, flash);
    }

    @PostMapping("/{id}/remove")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable String organizationId,
            @PathVariable long id,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireUnmasked(caller);
        return answer(
                organizationId, editor.remove(id, organizationId, version, caller), caller, model, response, flash);
    }

    /** Whoever sees numbers masked would save them masked, or confirm what was not seen. */
    private static void requireUnmasked(SignedIn caller) {
        if (!DetailModel.mayEditContacts(caller)) {
            throw new AccessDeniedException("sees contacts masked");
        }
    }

    private String answer(
            String organizationId,
            ChangeOutcome<OrganizationContact> outcome,
            ContactForm form,
            @Nullable Long id,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case ChangeOutcome.Done<OrganizationContact> _ -> saved(organizationId, flash);
            case ChangeOutcome.Refused<OrganizationContact>(List<RegisterProblem> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                details.problems(problems, model);
                yield form(organizationId, id, form, caller, model);
            }
            case ChangeOutcome.Stale<OrganizationContact>(OrganizationContact current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("current", current);
                // saving again is then a decision taken in sight of both
                yield form(organizationId, id, ContactForm.of(form.draft(), current.version()), caller, model);
            }
            case ChangeOutcome.Unknown<OrganizationContact> _ -> throw DetailModel.none();
        };
    }

    private String answer(
            String organizationId,
            ChangeOutcome<OrganizationContact> outcome,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case ChangeOutcome.Done<OrganizationContact> _ -> saved(organizationId, flash);
            case ChangeOutcome.Refused<OrganizationContact> _, ChangeOutcome.Stale<OrganizationContact> _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("conflict", true);
                yield details.page(details.known(organizationId, caller), caller, model);
            }
            case ChangeOutcome.Unknown<OrganizationContact> _ -> throw DetailModel.none();
        };
    }

    private String form(String organizationId, @Nullable Long id, ContactForm form, SignedIn caller, Model model) {
        details.head(
                details.known(organizationId, caller),
                caller,
                model,
                id == null ? "organizations.contact.add" : "organizations.contact.edit");
        model.addAttribute("form", form);
        model.addAttribute("contactId", id);
        return "organizations/contact";
    }

    private static String saved(String organizationId, RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        return "redirect:/admin/organizations/" + organizationId + "#contacts";
    }
}
