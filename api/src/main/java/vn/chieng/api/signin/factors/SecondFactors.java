package vn.chieng.api.signin.factors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.identity.Account;
import vn.chieng.api.signin.secrets.SecretBox;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** Sets up, asks for and takes away second factors. */
@Component
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    /** A secret that was shown, but not proven, is not shown again after this long. */
    private static final Duration UNPROVEN = Duration.ofMinutes(15);

    private final FactorStore store;
    private final SecretBox box;
    private final Secrets secrets;
    private final FactorSettings settings;
    private final SignInTrail trail;
    private final Clock clock;

    SecondFactors(
            FactorStore store,
            SecretBox box,
            Secrets secrets,
            FactorSettings settings,
            SignInTrail trail,
            Clock clock) {
        this.store = store;
        this.box = box;
        this.secrets = secrets;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether a code is asked for. */
    public boolean on(long accountId) {
        return store.find(accountId).filter(Factor::confirmed).isPresent();
    }

    /** Whether this person must have one. */
    public boolean required(boolean administrator) {
        return switch (settings.secondFactor()) {
            case ALL -> true;
            case ADMINISTRATORS -> administrator;
        };
    }

    /** The secret to set up an app with: a new one, or the one shown a moment ago. */
    @Transactional
    Enrolment enrol(Account account) {
        Optional<Factor> known = store.find(account.id());
        if (known.filter(Factor::confirmed).isPresent()) {
            throw new IllegalStateException("the account has a second factor");
        }
        Instant now = clock.instant();
        if (known.filter(shown -> shown.createdAt().plus(UNPROVEN).isAfter(now)).isEmpty()) {
            byte[] secret = secrets.bytes(Totp.SECRET_BYTES);
            store.put(account.id(), box.seal(secret, owner(account.id())), now);
            return Enrolment.of(secret, settings.secondFactorIssuer(), account.name());
        }
        return Enrolment.of(secret(account.id()), settings.secondFactorIssuer(), account.name());
    }

    /** Turns the factor on where the code proves that the app is set up; answers the recovery codes, which are shown this once. */
    @Transactional
    public Optional<List<String>> confirm(Account account, String code) {
        Optional<Factor> shown = store.find(account.id()).filter(factor -> !factor.confirmed());
        if (shown.isEmpty() || !takenByTime(account.id(), shown.get(), digits(code))) {
            return Optional.empty();
        }
        store.confirm(account.id(), clock.instant());
        trail.record(SignInAction.FACTOR_ENABLED, account, Map.of("secondFactor", true));
        return Optional.of(freshCodes(account.id()));
    }

    /** Whether this is a code of the person's app or one of the recovery codes; each counts once. */
    @Transactional
    public boolean proves(Account account, String code) {
        Optional<Factor> factor = store.find(account.id()).filter(Factor::confirmed);
        if (factor.isEmpty()) {
            return false;
        }
        if (takenByTime(account.id(), factor.get(), digits(code))) {
            return true;
        }
        String recovery = code.strip().toLowerCase(Locale.ROOT);
        if (!store.takeCode(account.id(), sha256(account.id(), recovery), clock.instant())) {
            return false;
        }
        trail.record(SignInAction.RECOVERY_USED, account, Map.of("left", store.codesLeft(account.id())));
        return true;
    }

    /** Takes the factor away. */
    @Transactional
    public void remove(Account account) {
        if (store.remove(account.id())) {
            trail.record(SignInAction.FACTOR_DISABLED, account, Map.of("secondFactor", false));
        }
    }

    /** New recovery codes in place of all old ones. */
    @Transactional
    List<String> renewCodes(Account account) {
        trail.record(SignInAction.RECOVERY_RENEWED, account, Map.of("left", RECOVERY_CODES));
        return freshCodes(account.id());
    }

    int codesLeft(long accountId) {
        return store.codesLeft(accountId);
    }

    private List<String> freshCodes(long accountId) {
        List<String> codes =
                Stream.generate(secrets::recoveryCode).limit(RECOVERY_CODES).toList();
        store.putCodes(
                accountId, codes.stream().map(code -> sha256(accountId, code)).toList());
        return codes;
    }

    private boolean takenByTime(long accountId, Factor factor, String digits) {
        if (digits.length() != Totp.DIGITS) {
            return false;
        }
        OptionalLong step = Totp.accepted(secret(accountId), digits, clock.instant(), factor.lastStep());
        return step.isPresent() && store.takeStep(accountId, step.getAsLong());
    }

    private byte[] secret(long accountId) {
        return box.open(store.sealedSecret(accountId), owner(accountId));
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String owner(long accountId) {
        return "second-factor:" + accountId;
    }

    /** Salted with whose it is, so that equal codes of two people do not look equal. */
    private static byte[] sha256(long accountId, String code) {
        return Secrets.sha256(accountId + ":" + code);
    }
}
