package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.signin.oidc.OidcSettings;

/** Sign-in: name and password, then the code where one is asked for. */
@Controller
@RequestMapping("/signin")
final class SignInPages {
    private final SignIn signIn;
    private final SignInEnd end;
    private final AccountStore accounts;
    private final SignInSettings settings;
    private final OidcSettings provider;
    private final Clock clock;

    SignInPages(
            SignIn signIn,
            SignInEnd end,
            AccountStore accounts,
            SignInSettings settings,
            OidcSettings provider,
            Clock clock) {
        this.signIn = signIn;
        this.end = end;
        this.accounts = accounts;
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(Permission.PUBLIC)
    String page(Model model) {
        model.addAttribute("provider", provider.enabled() ? provider.name() : null);
        return "signin/signin";
    }

    @PostMapping
    @Allowed(Permission.PUBLIC)
    Object signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.byPassword(username, password, request.getRemoteAddr())) {
            case SignInOutcome.Proven(Account account) -> SeeOther.to(end.signedIn(request, response, account, false));
            case SignInOutcome.CodeAsked(Account account) -> SeeOther.to(end.askForCode(request, account));
            case SignInOutcome.Refused() -> SeeOther.to("/signin?error");
            case SignInOutcome.TooSoon(Duration pause) -> {
                slowed(pause, response, model);
                yield page(model);
            }
        };
    }

    @GetMapping("/code")
    @Allowed(Permission.PUBLIC)
    Object codePage(HttpServletRequest request) {
        return half(request).isPresent() ? "signin/code" : SeeOther.to("/signin");
    }

    @PostMapping("/code")
    @Allowed(Permission.PUBLIC)
    Object code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> account = half(request);
        if (account.isEmpty()) {
            return SeeOther.to("/signin?expired");
        }
        return switch (signIn.byCode(account.get(), code, request.getRemoteAddr())) {
            case SignInOutcome.Proven(Account proven) -> SeeOther.to(end.signedIn(request, response, proven, false));
            case SignInOutcome.CodeAsked _, SignInOutcome.Refused _ -> SeeOther.to("/signin/code?error");
            case SignInOutcome.TooSoon(Duration pause) -> {
                slowed(pause, response, model);
                yield "signin/code";
            }
        };
    }

    private Optional<Account> half(HttpServletRequest request) {
        return HalfSignedIn.of(request, clock.instant(), settings.codeWithin())
                .flatMap(half -> accounts.find(half.accountId()))
                .filter(account -> !account.disabled());
    }

    private static void slowed(Duration pause, HttpServletResponse response, Model model) {
        long seconds = pause.toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        model.addAttribute("wait", seconds);
    }
}
