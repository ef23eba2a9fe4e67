package vn.chieng.api.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.OpenSession;
import vn.chieng.api.identity.OpenToken;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.identity.SignInState;
import vn.chieng.api.signin.attempts.Locks;
import vn.chieng.api.signin.attempts.Slowing;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.Credentials;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.sessions.Sessions;
import vn.chieng.api.signin.tokens.Tokens;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** What administrators do about other people's sign-in. */
@Component
class Administration implements SignInAdministration {
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final PasswordChange passwords;
    private final Secrets secrets;
    private final Locks locks;
    private final Slowing slowing;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Tokens tokens;
    private final SignInTrail trail;

    Administration(
            AccountStore accounts,
            CredentialStore credentials,
            PasswordChange passwords,
            Secrets secrets,
            Locks locks,
            Slowing slowing,
            SecondFactors factors,
            Sessions sessions,
            Tokens tokens,
            SignInTrail trail) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.secrets = secrets;
        this.locks = locks;
        this.slowing = slowing;
        this.factors = factors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.trail = trail;
    }

    @Override
    @Transactional
    public String resetPassword(long accountId) {
        Account account = account(accountId);
        String password = secrets.password();
        passwords.set(accountId, password, true);
        locks.unlock(accountId);
        slowing.succeeded(account.name());
        trail.record(SignInAction.PASSWORD_RESET, account, Map.of("mustChange", true));
        sessions.endOthers(accountId, null);
        return password;
    }

    @Override
    @Transactional
    public void unlock(long accountId) {
        Account account = account(accountId);
        slowing.succeeded(account.name());
        if (locks.unlock(accountId)) {
            trail.record(SignInAction.UNLOCKED, account, Map.of("locked", false));
        }
    }

    @Override
    @Transactional
    public void resetSecondFactor(long accountId) {
        factors.remove(account(accountId));
        sessions.endOthers(accountId, null);
    }

    @Override
    @Transactional
    public int endSessions(long accountId) {
        return sessions.endOthers(accountId, null);
    }

    @Override
    public SignInState state(long accountId) {
        Optional<Credentials> kept = credentials.find(accountId);
        var lockedUntil = locks.until(accountId);
        return new SignInState(
                lockedUntil.orElse(null),
                lockedUntil.filter(Locks.FOR_GOOD::equals).isPresent(),
                factors.on(accountId),
                kept.map(Credentials::mustChange).orElse(false),
                kept.map(Credentials::setAt).orElse(null),
                sessions.of(accountId).size());
    }

    @Override
    public List<OpenSession> sessions(Scope scope, int limit) {
        return sessions.within(scope, limit);
    }

    @Override
    @Transactional
    public boolean endSession(String publicId) {
        return sessions.end(publicId, null);
    }

    @Override
    public List<OpenToken> tokens(long accountId) {
        return tokens.of(accountId).stream()
                .map(token -> new OpenToken(
                        token.id(),
                        token.name(),
                        token.role(),
                        token.organizationId(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt()))
                .toList();
    }

    @Override
    @Transactional
    public boolean withdrawToken(long tokenId) {
        return tokens.withdraw(tokenId, null);
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(() -> new IllegalArgumentException("no account " + id));
    }
}
