package vn.chieng.api.identity.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.LongConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.Refusal;
import vn.chieng.api.identity.SignInAdministration;

/** What an administrator does about the sign-in of a person who lies wholly within the own scope, and the list of open sessions. */
@Controller("personSignInPages")
final class SignInPages {
    private final SignInAdministration signIn;
    private final People people;
    private final PersonView view;

    SignInPages(SignInAdministration signIn, People people, PersonView view) {
        this.signIn = signIn;
        this.people = people;
        this.view = view;
    }

    @PostMapping("/admin/users/{id}/password")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String password(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        Account account = view.known(id, caller).account();
        return mayTouch(id, caller)
                ? PersonPages.secret(account, signIn.resetPassword(id), model, response)
                : refused(id, caller, model, response);
    }

    @PostMapping("/admin/users/{id}/unlock")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String unlock(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        return done(id, signIn::unlock, caller, model, response);
    }

    @PostMapping("/admin/users/{id}/second-factor")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String secondFactor(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        return done(id, signIn::resetSecondFactor, caller, model, response);
    }

    @PostMapping("/admin/users/{id}/sessions/end")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String endSessions(@PathVariable long id, SignedIn caller, Model model, HttpServletResponse response) {
        return done(id, signIn::endSessions, caller, model, response);
    }

    @PostMapping("/admin/users/{id}/tokens/{token}/withdraw")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String withdrawToken(
            @PathVariable long id,
            @PathVariable long token,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return done(
                id,
                account -> {
                    if (signIn.tokens(account).stream().anyMatch(each -> each.id() == token)) {
                        signIn.withdrawToken(token);
                    }
                },
                caller,
                model,
                response);
    }

    private String done(long id, LongConsumer change, SignedIn caller, Model model, HttpServletResponse response) {
        view.known(id, caller);
        if (!mayTouch(id, caller)) {
            return refused(id, caller, model, response);
        }
        change.accept(id);
        return "redirect:/admin/users/" + id;
    }

    /** One's own sign-in is looked after on one's own page, where the password is asked for. */
    private boolean mayTouch(long id, SignedIn caller) {
        return caller.accountId() != id && people.wholly(id, caller);
    }

    private String refused(long id, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", (caller.accountId() == id ? Refusal.OWN_ACCOUNT : Refusal.WIDER_PERSON).code());
        return view.show(id, caller, model);
    }

    @GetMapping("/admin/sessions")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    String sessions(SignedIn caller, Model model) {
        model.addAttribute("sessions", signIn.sessions(caller.scope(), PersonView.MOST_SESSIONS));
        model.addAttribute("most", PersonView.MOST_SESSIONS);
        model.addAttribute("mayEnd", caller.may(Permission.ACCOUNTS_EDIT));
        return "identity/sessions";
    }

    @PostMapping("/admin/sessions/end")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String endSession(@RequestParam(defaultValue = "") String session, SignedIn caller, RedirectAttributes flash) {
        boolean inScope = signIn.sessions(caller.scope(), Integer.MAX_VALUE).stream()
                .anyMatch(open -> open.publicId().equals(session));
        flash.addFlashAttribute("ended", inScope && signIn.endSession(session));
        return "redirect:/admin/sessions";
    }
}
