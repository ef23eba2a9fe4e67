package vn.chieng.api.signin.trail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.identity.Account;

/** Writes audit entries about an account's ways of signing in; refused tries of strangers are bounded, since anyone can make them. */
@Component
public class SignInTrail {
    private static final int REFUSALS_A_MINUTE = 60;
    private static final int LONGEST_NAME = 100;

    private final AuditTrail trail;
    private final Clock clock;
    private final Counter unrecorded;
    private Instant minute = Instant.EPOCH;
    private int refusals;

    SignInTrail(AuditTrail trail, Clock clock, MeterRegistry meters) {
        this.trail = trail;
        this.clock = clock;
        unrecorded = meters.counter("chieng.signin.refusals.unrecorded");
    }

    /** An entry by whoever is being served now, or by nobody where nobody is signed in yet. */
    @Transactional
    public void record(SignInAction action, Account account, Map<String, @Nullable Object> after) {
        record(served(), action, account, Map.of(), after);
    }

    /** An entry by this caller. */
    @Transactional
    public void record(
            @Nullable SignedIn by,
            SignInAction action,
            Account account,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        trail.record(
                by,
                AuditRecord.of(action, "account", Long.toString(account.id()), account.name(), homes(account))
                        .changed(before, after));
    }

    /** A refused try; the account is null where the name is nobody's. */
    @Transactional
    public void refused(@Nullable Account account, String name, String why) {
        if (!withinBudget()) {
            unrecorded.increment();
            return;
        }
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        AuditRecord record = account == null
                ? AuditRecord.of(SignInAction.REFUSED, "account", "unknown", cut, Set.of())
                : AuditRecord.of(
                        SignInAction.REFUSED, "account", Long.toString(account.id()), account.name(), homes(account));
        trail.record(null, record.changed(Map.of(), Map.of("why", why)));
    }

    private synchronized boolean withinBudget() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(Duration.ofMinutes(1)))) {
            minute = now;
            refusals = 0;
        }
        refusals++;
        return refusals <= REFUSALS_A_MINUTE;
    }

    private static Set<String> homes(Account account) {
        String home = account.organizationId();
        return home == null ? Set.of() : Set.of(home);
    }

    private static @Nullable SignedIn served() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
