package vn.chieng.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.home.PrivateFiles;

/** The sign-in page and the page that replaces one's password; sign-in and sign-out themselves are the filter chain's. */
@Controller
final class SignInPages {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final PrivateFiles files;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInPages(AccountStore accounts, Passwords passwords, PrivateFiles files) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.files = files;
    }

    @GetMapping("/signin")
    @Allowed(Permission.PUBLIC)
    String signIn() {
        return "signin/signin";
    }

    @GetMapping("/password")
    @Allowed(Permission.OWN_ACCOUNT)
    String password(SignedIn caller, Model model) {
        return page(caller, EnumSet.noneOf(Passwords.Flaw.class), model);
    }

    @PostMapping("/password")
    @Allowed(Permission.OWN_ACCOUNT)
    Object change(
            SignedIn caller,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<Passwords.Flaw> flaws = flaws(caller, current, password, repeated);
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, flaws, model);
        }
        accounts.setPassword(caller.accountId(), passwords.hash(password), false);
        if (caller.name().equals("admin")) {
            files.delete(FirstAccounts.FIRST_PASSWORD);
        }
        // the old session knew the old duty; a new id also drops whoever might have fixed the old one
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordSignIn.session(new SignedIn(
                caller.accountId(),
                caller.name(),
                caller.displayName(),
                caller.roles(),
                caller.scope(),
                caller.locale(),
                false)));
        sessions.saveContext(context, request, response);
        var redirect = new RedirectView("/");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private Set<Passwords.Flaw> flaws(SignedIn caller, String current, String password, String repeated) {
        Set<Passwords.Flaw> flaws = EnumSet.noneOf(Passwords.Flaw.class);
        boolean known = accounts.find(caller.name())
                .filter(account -> passwords.matches(current, account.passwordHash()))
                .isPresent();
        if (!known) {
            flaws.add(Passwords.Flaw.WRONG_CURRENT);
        }
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            flaws.add(Passwords.Flaw.TOO_SHORT);
        }
        if (password.length() > Passwords.LONGEST) {
            flaws.add(Passwords.Flaw.TOO_LONG);
        }
        if (Passwords.holdsName(password, caller.name())) {
            flaws.add(Passwords.Flaw.HOLDS_NAME);
        }
        if (!password.equals(repeated)) {
            flaws.add(Passwords.Flaw.NOT_REPEATED);
        }
        if (password.equals(current)) {
            flaws.add(Passwords.Flaw.NOT_NEW);
        }
        return flaws;
    }

    private static String page(SignedIn caller, Set<Passwords.Flaw> flaws, Model model) {
        model.addAttribute("flaws", flaws);
        model.addAttribute("shortest", Passwords.SHORTEST);
        model.addAttribute("duty", caller.mustChangePassword());
        return "signin/password";
    }
}
