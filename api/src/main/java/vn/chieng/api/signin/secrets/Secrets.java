package vn.chieng.api.signin.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes passwords, codes and tokens that nobody can guess. */
@Component
public final class Secrets {
    /** Without letters and digits that look alike: it is typed from a screen or from paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final String READABLE_SMALL = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 6;
    private static final int CODE_GROUP = 4;
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 12;

    private final RandomGenerator random;

    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** 24 random letters and digits in four groups: about 139 bits. */
    public String password() {
        return grouped(READABLE, GROUP);
    }

    /** 16 random small letters and digits in four groups: about 79 bits. */
    public String recoveryCode() {
        return grouped(READABLE_SMALL, CODE_GROUP);
    }

    /** A bearer token of 256 random bits. */
    public String token() {
        return "chieng_" + text(TOKEN_BYTES);
    }

    /** A name for something that should not be counted through: 96 random bits. */
    public String id() {
        return text(ID_BYTES);
    }

    /** So many random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of a token, a recovery code or a session's cookie. */
    public static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    private String grouped(String letters, int size) {
        var grouped = new StringBuilder();
        for (int i = 0; i < GROUPS * size; i++) {
            if (i > 0 && i % size == 0) {
                grouped.append('-');
            }
            grouped.append(letters.charAt(random.nextInt(letters.length())));
        }
        return grouped.toString();
    }
}
