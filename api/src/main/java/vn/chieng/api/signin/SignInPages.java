package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.home.PrivateFiles;

/** The sign-in page and the page that replaces one's password; sign-in and sign-out themselves are the filter chain's. */
@Controller
final class SignInPages {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final PrivateFiles files;

    SignInPages(CredentialStore credentials, Passwords passwords, PrivateFiles files) {
        this.credentials = credentials;
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
        credentials.setPassword(caller.accountId(), passwords.hash(password), false);
        if (caller.name().equals("admin")) {
            files.delete(FirstAccounts.FIRST_PASSWORD);
        }
        // a new id drops whoever might have fixed the old one
        request.changeSessionId();
        var redirect = new RedirectView("/");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private Set<Passwords.Flaw> flaws(SignedIn caller, String current, String password, String repeated) {
        Set<Passwords.Flaw> flaws = EnumSet.noneOf(Passwords.Flaw.class);
        boolean right = credentials
                .find(caller.accountId())
                .filter(known -> passwords.matches(current, known.passwordHash()))
                .isPresent();
        if (!right) {
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
        model.addAttribute("duty", caller.duties().contains(Duty.NEW_PASSWORD));
        return "signin/password";
    }
}
