package vn.chieng.api.signin.tokens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;

/** Making and withdrawing one's own API tokens. */
@Controller
@RequestMapping("/me/security/tokens")
final class TokenPages {
    private static final int USUAL_DAYS = 90;

    private final Tokens tokens;
    private final AccountStore accounts;
    private final OrganizationNames organizations;

    TokenPages(Tokens tokens, AccountStore accounts, OrganizationNames organizations) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    /** A role to choose from, in words as far as they are not in a bundle. */
    record Choice(long id, String role, String organization) {}

    @GetMapping("/new")
    @Allowed(Permission.OWN_ACCOUNT)
    String form(SignedIn caller, Locale locale, Model model) {
        return form(caller, locale, new Tokens.Wish("", caller.assignmentId(), USUAL_DAYS, Set.of()), null, model);
    }

    @PostMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String make(
            SignedIn caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long assignment,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false, defaultValue = "") List<Permission> permissions,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Account account =
                accounts.find(caller.accountId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var wish =
                new Tokens.Wish(name, assignment, days, permissions.isEmpty() ? Set.of() : EnumSet.copyOf(permissions));
        return switch (tokens.make(account, wish)) {
            case Tokens.Outcome.Made(String secret) -> {
                model.addAttribute("secret", secret);
                model.addAttribute("name", wish.name());
                yield "signin/token";
            }
            case Tokens.Outcome.Refused(Tokens.Flaw flaw) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(caller, locale, wish, flaw, model);
            }
        };
    }

    @PostMapping("/{id}/withdraw")
    @Allowed(Permission.OWN_ACCOUNT)
    RedirectView withdraw(SignedIn caller, @PathVariable long id) {
        if (!tokens.withdraw(id, caller.accountId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var redirect = new RedirectView("/me/security?withdrawn");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private String form(SignedIn caller, Locale locale, Tokens.Wish wish, Tokens.@Nullable Flaw flaw, Model model) {
        List<Assignment> lendable = tokens.lendable(caller.accountId());
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        lendable.forEach(held -> permissions.addAll(held.role().permissions()));
        permissions.remove(Permission.PUBLIC);
        permissions.remove(Permission.OWN_ACCOUNT);
        model.addAttribute(
                "choices",
                lendable.stream()
                        .map(held -> new Choice(
                                held.id(), held.role().name(), organizations.name(held.organizationId(), locale)))
                        .toList());
        model.addAttribute("permissions", permissions);
        model.addAttribute("wish", wish);
        model.addAttribute("flaw", flaw);
        model.addAttribute("mostDays", Tokens.MOST_DAYS);
        model.addAttribute("longestName", Tokens.LONGEST_NAME);
        return "signin/token-form";
    }
}
