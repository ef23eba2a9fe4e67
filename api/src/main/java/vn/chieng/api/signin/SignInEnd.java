package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.signin.sessions.Sessions;

/** Where a proven person goes on: to the code, or signed in to the page asked for before. */
@Component
final class SignInEnd {
    private final Sessions sessions;
    private final RequestCache requests;
    private final Clock clock;

    SignInEnd(Sessions sessions, RequestCache requests, Clock clock) {
        this.sessions = sessions;
        this.requests = requests;
        this.clock = clock;
    }

    /** The address of the code page; the session remembers who is half signed in. */
    String askForCode(HttpServletRequest request, Account account) {
        new HalfSignedIn(account.id(), clock.instant()).keep(request);
        return "/signin/code";
    }

    /** The address of the page asked for before, within this site; or of the sign-in page where the person holds no role. */
    String signedIn(
            HttpServletRequest request, HttpServletResponse response, Account account, boolean provenElsewhere) {
        HalfSignedIn.forget(request);
        if (sessions.begin(request, response, account, provenElsewhere).isEmpty()) {
            return "/signin?norole";
        }
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        return saved == null ? "/" : LocalTarget.of(saved.getRedirectUrl());
    }
}
