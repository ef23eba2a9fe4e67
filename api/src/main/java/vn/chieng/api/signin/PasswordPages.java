package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.api.signin.passwords.PasswordFlaw;
import vn.chieng.api.signin.passwords.PasswordRules;
import vn.chieng.api.signin.sessions.Sessions;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** The page that replaces one's password. */
@Controller
@RequestMapping("/password")
final class PasswordPages {
    private final PasswordChange change;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final SignInTrail trail;
    private final PrivateFiles files;

    PasswordPages(
            PasswordChange change,
            PasswordRules rules,
            SecondFactors factors,
            Sessions sessions,
            AccountStore accounts,
            SignInTrail trail,
            PrivateFiles files) {
        this.change = change;
        this.rules = rules;
        this.factors = factors;
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
        this.files = files;
    }

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String page(SignedIn caller, Model model) {
        return page(caller, EnumSet.noneOf(PasswordFlaw.class), model);
    }

    @PostMapping
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
        Set<PasswordFlaw> flaws = change.flaws(
                caller.accountId(),
                caller.name(),
                factors.on(caller.accountId()),
                new PasswordChange.Entry(current, password, repeated));
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, flaws, model);
        }
        change.set(caller.accountId(), password, false);
        accounts.find(caller.accountId())
                .ifPresent(account -> trail.record(SignInAction.PASSWORD_CHANGED, account, Map.of()));
        sessions.renewAndEndOthers(request, response, caller);
        if (caller.name().equals(FirstAccounts.ADMINISTRATOR)) {
            files.delete(FirstAccounts.FIRST_PASSWORD);
        }
        return SeeOther.to(caller.duties().contains(Duty.NEW_PASSWORD) ? "/" : "/me/security?password");
    }

    private String page(SignedIn caller, Set<PasswordFlaw> flaws, Model model) {
        boolean secondFactor = factors.on(caller.accountId());
        model.addAttribute("flaws", flaws);
        model.addAttribute("shortest", rules.shortest(secondFactor));
        model.addAttribute("secondFactor", secondFactor);
        model.addAttribute("duty", caller.duties().contains(Duty.NEW_PASSWORD));
        return "signin/password";
    }
}
