package vn.chieng.api.signin.passwords;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.secrets.Secrets;

/** Hashes and compares passwords with Argon2id, a few at a time because each takes memory on purpose. */
@Component
public final class Passwords {
    static final int LONGEST = 128;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore parallel;
    private final String ofNobody;

    public Passwords(PasswordSettings settings, Secrets secrets) {
        parallel = new Semaphore(settings.parallelChecks());
        ofNobody = hash(secrets.password());
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return String.valueOf(encoder.encode(normal(password)));
    }

    /** Whether the hash is of this password. */
    public boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        try {
            if (!parallel.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TransientDataAccessResourceException("too many passwords are being checked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("interrupted", e);
        }
        try {
            return encoder.matches(normal(password), hash);
        } finally {
            parallel.release();
        }
    }

    /** Takes as long as {@link #matches}, so that an unknown name cannot be told from a known one. */
    public void waste(String password) {
        matches(password, ofNobody);
    }

    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
