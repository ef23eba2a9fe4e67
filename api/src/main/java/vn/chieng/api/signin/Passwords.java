package vn.chieng.api.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords with Argon2id, a few at a time because each takes memory on purpose. */
@Component
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int WAIT_SECONDS = 5;

    /** What is wrong with a new password. */
    enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_NAME,
        NOT_REPEATED,
        NOT_NEW,
        WRONG_CURRENT
    }

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore parallel;
    private final String ofNobody;

    Passwords(SignInSettings settings, Secrets secrets) {
        parallel = new Semaphore(settings.parallelChecks());
        ofNobody = hash(secrets.password());
    }

    String hash(String password) {
        return String.valueOf(encoder.encode(normal(password)));
    }

    boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        try {
            if (!parallel.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("too many passwords are being checked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted", e);
        }
        try {
            return encoder.matches(normal(password), hash);
        } finally {
            parallel.release();
        }
    }

    /** Takes as long as {@link #matches}, so that an unknown name cannot be told from a known one. */
    void waste(String password) {
        matches(password, ofNobody);
    }

    static boolean holdsName(String password, String name) {
        return password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
