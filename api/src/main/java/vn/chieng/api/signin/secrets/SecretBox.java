package vn.chieng.api.signin.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.chieng.api.home.PrivateFiles;

/** Encrypts what the database keeps but nobody may read there: AES-256-GCM with a key from the home folder, bound to whose it is. */
@Component
public final class SecretBox {
    /** The key's file; without it every second factor must be set up again, so it belongs into the backup. */
    public static final String KEY_FILE = "signin.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final RandomGenerator random;

    public SecretBox(PrivateFiles files, RandomGenerator random) {
        this.random = random;
        this.key = new SecretKeySpec(key(files), "AES");
    }

    /** Encrypts; {@code owner} is not kept, but must be the same when opening. */
    public byte[] seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Decrypts what {@link #seal} made for the same owner. */
    public byte[] open(byte[] box, String owner) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret cannot be opened: " + KEY_FILE + " is not the one it was sealed with", e);
        }
    }

    private byte[] key(PrivateFiles files) {
        Path file = files.path(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                files.write(KEY_FILE, Base64.getEncoder().encodeToString(fresh) + "\n");
            }
            byte[] kept = Base64.getDecoder().decode(Files.readString(file).strip());
            if (kept.length != KEY_BYTES) {
                throw new IllegalStateException(file + " holds no key of " + KEY_BYTES + " bytes");
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
