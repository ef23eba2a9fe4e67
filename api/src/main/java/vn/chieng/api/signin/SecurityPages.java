package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.Credentials;
import vn.chieng.api.signin.sessions.SessionPrincipal;
import vn.chieng.api.signin.sessions.SessionRights;
import vn.chieng.api.signin.sessions.Sessions;
import vn.chieng.api.signin.tokens.Tokens;

/** A person's own ways of signing in: password, second factor, open sessions, tokens. */
@Controller
@RequestMapping("/me/security")
final class SecurityPages {
    private final CredentialStore credentials;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SessionRights rights;
    private final Tokens tokens;

    SecurityPages(
            CredentialStore credentials,
            SecondFactors factors,
            Sessions sessions,
            SessionRights rights,
            Tokens tokens) {
        this.credentials = credentials;
        this.factors = factors;
        this.sessions = sessions;
        this.rights = rights;
        this.tokens = tokens;
    }

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String page(SignedIn caller, HttpServletRequest request, Model model) {
        long account = caller.accountId();
        model.addAttribute(
                "passwordSetAt",
                credentials.find(account).map(Credentials::setAt).orElse(null));
        model.addAttribute("secondFactor", factors.on(account));
        model.addAttribute("factorRequired", factors.required(rights.administrator(account)));
        model.addAttribute("sessions", sessions.of(account));
        model.addAttribute(
                "here",
                Sessions.principal(request).map(SessionPrincipal::publicId).orElse(""));
        model.addAttribute("tokens", tokens.of(account));
        return "me/security";
    }

    @PostMapping("/sessions/{publicId}/end")
    @Allowed(Permission.OWN_ACCOUNT)
    RedirectView end(SignedIn caller, @PathVariable String publicId) {
        if (!sessions.end(publicId, caller.accountId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SeeOther.to("/me/security?ended");
    }

    @PostMapping("/sessions/end-others")
    @Allowed(Permission.OWN_ACCOUNT)
    RedirectView endOthers(SignedIn caller, HttpServletRequest request) {
        sessions.endOthers(
                caller.accountId(),
                Sessions.principal(request).map(SessionPrincipal::publicId).orElse(null));
        return SeeOther.to("/me/security?ended");
    }
}
