package vn.chieng.api.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;

/** Name and password; an unknown name, a wrong password and a locked account all get the same answer. */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final SignInSettings settings;
    private final Clock clock;

    PasswordSignIn(
            AccountStore accounts,
            CredentialStore credentials,
            Passwords passwords,
            SignInSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String password = String.valueOf(request.getCredentials());
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(request.getName()).filter(account -> !account.disabled());
        Optional<Credentials> kept =
                found.flatMap(account -> credentials.find(account.id())).filter(known -> !known.lockedAt(now));
        if (found.isEmpty() || kept.isEmpty()) {
            passwords.waste(password);
            throw new BadCredentialsException("refused");
        }
        Account account = found.get();
        if (!passwords.matches(password, kept.get().passwordHash())) {
            credentials.recordFailure(account.id(), settings.wrongTries(), now.plus(settings.lockedFor()));
            throw new BadCredentialsException("refused");
        }
        credentials.recordSuccess(account.id());
        accounts.signedIn(account.id(), now);
        return session(new SessionPrincipal(account.id(), account.name(), null, now));
    }

    static Authentication session(SessionPrincipal principal) {
        return UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList("SESSION"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
