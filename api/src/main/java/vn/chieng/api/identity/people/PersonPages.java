package vn.chieng.api.identity.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Shown;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.PersonOutcome;
import vn.chieng.api.identity.Refusal;

/** The page of a person and the form for new and changed ones. */
@Controller
final class PersonPages {
    private final People people;
    private final PersonView view;
    private final OrganizationChoices organizations;
    private final Shown shown;
    private final MessageSource messages;

    PersonPages(
            People people, PersonView view, OrganizationChoices organizations, Shown shown, MessageSource messages) {
        this.people = people;
        this.view = view;
        this.organizations = organizations;
        this.shown = shown;
        this.messages = messages;
    }

    @GetMapping("/admin/users/{id}")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    String detail(@PathVariable long id, SignedIn caller, Model model) {
        return view.show(id, caller, model);
    }

    @GetMapping("/admin/users/new")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String blank(SignedIn caller, Model model) {
        return form(null, PersonForm.empty(), List.of(), caller, model);
    }

    @PostMapping("/admin/users")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String add(@ModelAttribute PersonForm form, SignedIn caller, Model model, HttpServletResponse response) {
        List<String> flaws = form.flaws(true);
        if (!flaws.isEmpty()) {
            return refused(null, form, flaws, caller, model, response);
        }
        return switch (people.add(form.draft(form.signInName()), caller)) {
            case PersonOutcome.Added(Account account, String password) ->
                password == null ? "redirect:/admin/users/" + account.id() : secret(account, password, model, response);
            case PersonOutcome.NameTaken _ -> refused(null, form, List.of("name.taken"), caller, model, response);
            case PersonOutcome.Refused(Refusal why) ->
                refused(null, form, List.of(field(why)), caller, model, response);
            case PersonOutcome.Done _, PersonOutcome.Stale _, PersonOutcome.Unknown _ ->
                throw new IllegalStateException("adding a person does not end like this");
        };
    }

    @GetMapping("/admin/users/{id}/edit")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String edit(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        Account account = view.known(id, caller).account();
        if (!people.wholly(id, caller)) {
            return wider(id, caller, model, response);
        }
        return form(account, PersonForm.of(account), List.of(), caller, model);
    }

    @PostMapping("/admin/users/{id}")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @ModelAttribute PersonForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Account seen = view.known(id, caller).account();
        List<String> flaws = form.flaws(false);
        if (!flaws.isEmpty()) {
            return refused(seen, form, flaws, caller, model, response);
        }
        return switch (people.change(id, version, form.draft(seen.name()), caller)) {
            case PersonOutcome.Done _ -> "redirect:/admin/users/" + id;
            case PersonOutcome.Stale(Account current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("conflict", PersonForm.of(current));
                model.addAttribute("wantedOrganization", nameWithin(form.organization(), caller));
                yield form(current, form, List.of(), caller, model);
            }
            case PersonOutcome.Refused(Refusal why)
            when why == Refusal.WIDER_PERSON -> wider(id, caller, model, response);
            case PersonOutcome.Refused(Refusal why) ->
                refused(seen, form, List.of(field(why)), caller, model, response);
            case PersonOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case PersonOutcome.Added _, PersonOutcome.NameTaken _ ->
                throw new IllegalStateException("changing a person does not end like this");
        };
    }

    private String nameWithin(@Nullable String organization, SignedIn caller) {
        boolean known = organization != null && caller.scope().covers(organization);
        return organizations.name(known ? organization : null, locale());
    }

    private String wider(long id, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", Refusal.WIDER_PERSON.code());
        return view.show(id, caller, model);
    }

    /** The field of the form that a refusal is about, and in which way. */
    private static String field(Refusal why) {
        return switch (why) {
            case UNKNOWN_ORGANIZATION -> "organization";
            case PROVINCE_ROLE -> "breakGlass";
            case KIND -> "kind.roles";
            default -> throw new IllegalStateException("a person's form is not refused for " + why);
        };
    }

    private String refused(
            @Nullable Account account,
            PersonForm form,
            List<String> flaws,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(account, form, flaws, caller, model);
    }

    private String form(@Nullable Account account, PersonForm form, List<String> flaws, SignedIn caller, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("form", form);
        model.addAttribute("kinds", PersonForm.kinds());
        model.addAttribute("languages", PersonForm.LANGUAGES);
        model.addAttribute("organizationChoices", organizations.within(caller.scope(), locale()));
        model.addAttribute("mayBreakGlass", caller.scope() instanceof Scope.Everything);
        model.addAttribute(
                "problems",
                flaws.stream()
                        .map(flaw ->
                                new FieldProblem(flaw.replaceFirst("\\..*", ""), text("identity.person.flaw." + flaw)))
                        .toList());
        String title = account == null ? text("identity.person.new") : account.displayName();
        String path = account == null ? "/admin/users/new" : "/admin/users/" + account.id() + "/edit";
        model.addAttribute("heading", shown.text(title));
        model.addAttribute(
                "crumbs", List.of(new Crumb("/admin/users", text("identity.people.title")), new Crumb(path, title)));
        return "identity/edit";
    }

    /** The only time that the password is seen: in this answer, which nothing keeps. */
    static String secret(Account account, String password, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("account", account);
        model.addAttribute("password", password);
        return "identity/password";
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
