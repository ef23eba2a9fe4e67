package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Name and password; an unknown name, a wrong password and a locked account all get the same answer. */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final IdentitySettings settings;
    private final Clock clock;

    PasswordSignIn(AccountStore accounts, Passwords passwords, IdentitySettings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String password = String.valueOf(request.getCredentials());
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(request.getName());
        if (found.isEmpty() || found.get().disabled() || found.get().lockedAt(now)) {
            passwords.waste(password);
            throw new BadCredentialsException("refused");
        }
        Account account = found.get();
        if (!passwords.matches(password, account.passwordHash())) {
            accounts.recordFailure(account.id(), settings.wrongTries(), now.plus(settings.lockedFor()));
            throw new BadCredentialsException("refused");
        }
        accounts.recordSuccess(account.id(), now);
        return session(account.signedIn());
    }

    static Authentication session(SignedIn signedIn) {
        return UsernamePasswordAuthenticationToken.authenticated(
                signedIn, null, AuthorityUtils.createAuthorityList("SESSION"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
