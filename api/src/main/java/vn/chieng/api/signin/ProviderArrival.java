package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.signin.oidc.ProviderAccounts;
import vn.chieng.api.signin.oidc.ProviderLogout;
import vn.chieng.api.signin.trail.SignInTrail;

/** Where people come back from the identity provider: known ones are signed in as by password, others are told why not. */
@Component
final class ProviderArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderArrival.class);

    private final ProviderAccounts accounts;
    private final ProviderLogout logout;
    private final SignIn signIn;
    private final SignInEnd end;
    private final SignInTrail trail;

    ProviderArrival(ProviderAccounts accounts, ProviderLogout logout, SignIn signIn, SignInEnd end, SignInTrail trail) {
        this.accounts = accounts;
        this.logout = logout;
        this.signIn = signIn;
        this.end = end;
        this.trail = trail;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        OidcUser person = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        OidcIdToken token = person.getIdToken();
        Optional<Account> account = accounts.of(token);
        if (account.isEmpty()) {
            trail.refused(null, accounts.nameOf(token), "unknown to us, vouched for by the provider");
            response.sendRedirect("/signin?stranger");
            return;
        }
        boolean provenElsewhere = accounts.provenElsewhere(token);
        response.sendRedirect(
                switch (signIn.byProvider(account.get(), provenElsewhere)) {
                    case SignInOutcome.Proven(Account proven) -> {
                        String target = end.signedIn(request, response, proven, provenElsewhere);
                        logout.came(request, token);
                        yield target;
                    }
                    case SignInOutcome.CodeAsked(Account half) -> {
                        String target = end.askForCode(request, half);
                        logout.came(request, token);
                        yield target;
                    }
                    case SignInOutcome.Refused _, SignInOutcome.TooSoon _ -> "/signin?stranger";
                });
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.atWarn()
                .addKeyValue("error.message", String.valueOf(failure.getMessage()))
                .log("the sign-in through the identity provider failed");
        response.sendRedirect("/signin?provider-failed");
    }
}
