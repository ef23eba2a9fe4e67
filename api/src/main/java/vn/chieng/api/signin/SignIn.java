package vn.chieng.api.signin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.signin.attempts.Locks;
import vn.chieng.api.signin.attempts.Slowing;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.Credentials;
import vn.chieng.api.signin.passwords.Passwords;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** Checks passwords and codes; an unknown name, a wrong password and a locked account all get the same answer. */
@Component
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Slowing slowing;
    private final Locks locks;
    private final SignInTrail trail;
    private final MeterRegistry meters;

    SignIn(
            AccountStore accounts,
            CredentialStore credentials,
            Passwords passwords,
            SecondFactors factors,
            Slowing slowing,
            Locks locks,
            SignInTrail trail,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
        this.slowing = slowing;
        this.locks = locks;
        this.trail = trail;
        this.meters = meters;
    }

    SignInOutcome byPassword(String name, String password, String address) {
        Optional<Duration> pause = slowing.pause(name, address);
        if (pause.isPresent()) {
            return counted(new SignInOutcome.TooSoon(pause.get()));
        }
        @Nullable Account known = accounts.find(name).orElse(null);
        @Nullable Account account = known == null || known.disabled() || locks.locked(known.id()) ? null : known;
        Optional<Credentials> kept = account == null ? Optional.empty() : credentials.find(account.id());
        if (account == null || kept.isEmpty()) {
            passwords.waste(password);
            return refused(known, name, address, "unknown, disabled or locked");
        }
        if (!passwords.matches(password, kept.get().passwordHash())) {
            return wrong(account, address, "wrong password");
        }
        if (factors.on(account.id())) {
            return counted(new SignInOutcome.CodeAsked(account));
        }
        return proven(account, address);
    }

    /** The second step; {@code account} passed the first one a moment ago. */
    SignInOutcome byCode(Account account, String code, String address) {
        Optional<Duration> pause = slowing.pause(account.name(), address);
        if (pause.isPresent()) {
            return counted(new SignInOutcome.TooSoon(pause.get()));
        }
        if (locks.locked(account.id())) {
            return refused(account, account.name(), address, "locked");
        }
        return factors.proves(account, code) ? proven(account, address) : wrong(account, address, "wrong code");
    }

    /** An identity provider vouches for this person; our own code is asked for unless the provider has checked one. */
    SignInOutcome byProvider(Account account, boolean provenElsewhere) {
        if (account.disabled() || locks.locked(account.id())) {
            trail.refused(account, account.name(), "disabled or locked");
            return counted(new SignInOutcome.Refused());
        }
        return counted(
                factors.on(account.id()) && !provenElsewhere
                        ? new SignInOutcome.CodeAsked(account)
                        : new SignInOutcome.Proven(account));
    }

    private SignInOutcome proven(Account account, String address) {
        // others may have locked the account while this try was being checked: then it came too late
        if (!locks.succeeded(account.id())) {
            return refused(account, account.name(), address, "locked");
        }
        slowing.succeeded(account.name());
        if (account.breakGlass()) {
            meters.counter("chieng.signin.emergency.used").increment();
            LOG.atError().addKeyValue("user.name", account.name()).log("the account for emergencies is in use");
            trail.record(SignInAction.EMERGENCY_USED, account, Map.of("address", address));
        }
        return counted(new SignInOutcome.Proven(account));
    }

    private SignInOutcome wrong(Account account, String address, String why) {
        if (locks.failed(account)) {
            meters.counter("chieng.signin.accounts.locked").increment();
            LOG.atWarn().addKeyValue("user.name", account.name()).log("locked after too many wrong tries");
            trail.record(SignInAction.LOCKED, account, Map.of("locked", true));
        }
        return refused(account, account.name(), address, why);
    }

    private SignInOutcome refused(@Nullable Account account, String name, String address, String why) {
        slowing.failed(name, address);
        trail.refused(account, name, why);
        return counted(new SignInOutcome.Refused());
    }

    private SignInOutcome counted(SignInOutcome outcome) {
        String result = switch (outcome) {
            case SignInOutcome.Proven _ -> "proven";
            case SignInOutcome.CodeAsked _ -> "code asked";
            case SignInOutcome.Refused _ -> "refused";
            case SignInOutcome.TooSoon _ -> "too soon";
        };
        meters.counter("chieng.signin.tries", "result", result).increment();
        return outcome;
    }
}
