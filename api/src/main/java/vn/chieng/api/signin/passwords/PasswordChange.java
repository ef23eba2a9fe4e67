package vn.chieng.api.signin.passwords;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets passwords, and tells when one has to be replaced. */
@Component
public class PasswordChange {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordSettings settings;
    private final Clock clock;

    PasswordChange(
            CredentialStore credentials,
            Passwords passwords,
            PasswordRules rules,
            PasswordSettings settings,
            Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a person enters to change the password.
     *
     * @param repeated the new one once more
     */
    public record Entry(String current, String next, String repeated) {}

    /** Everything that keeps this entry from becoming the person's password. */
    public Set<PasswordFlaw> flaws(long accountId, String accountName, boolean secondFactor, Entry entry) {
        Set<PasswordFlaw> flaws = EnumSet.noneOf(PasswordFlaw.class);
        Optional<Credentials> kept = credentials.find(accountId);
        if (kept.filter(known -> passwords.matches(entry.current(), known.passwordHash()))
                .isEmpty()) {
            flaws.add(PasswordFlaw.WRONG_CURRENT);
            return flaws; // whoever does not know it learns nothing about former ones
        }
        flaws.addAll(rules.flaws(entry.next(), accountName, secondFactor));
        if (!entry.next().equals(entry.repeated())) {
            flaws.add(PasswordFlaw.NOT_REPEATED);
        }
        if (entry.next().equals(entry.current())) {
            flaws.add(PasswordFlaw.NOT_NEW);
        } else if (flaws.isEmpty() && usedBefore(accountId, entry.next())) {
            flaws.add(PasswordFlaw.USED_BEFORE);
        }
        return flaws;
    }

    /** Sets a password that was checked before, or a one-time password. */
    @Transactional
    public void set(long accountId, String password, boolean oneTime) {
        credentials.put(new Credentials(
                accountId, passwords.hash(password), oneTime, clock.instant(), rules.standsAlone(password)));
    }

    /** Whether the password must be replaced before anything else. */
    public boolean due(@Nullable Credentials kept, boolean administrator, boolean secondFactor) {
        if (kept == null) {
            return false;
        }
        Duration age = administrator ? settings.administratorAge() : settings.age();
        Instant now = clock.instant();
        return kept.mustChange()
                || (!secondFactor && !kept.standsAlone())
                || (age != null && !kept.setAt().plus(age).isAfter(now));
    }

    private boolean usedBefore(long accountId, String password) {
        return credentials.former(accountId, settings.remembered()).stream()
                .anyMatch(former -> passwords.matches(password, former));
    }
}
