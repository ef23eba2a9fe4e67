package vn.chieng.cli.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys by their fingerprints: SHA-256 over the key in its X.509 form. */
public final class KeyRing {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]{1,1000}?)\\s*-----END PUBLIC KEY-----");
    private static final int LONGEST_FILE = 1 << 20;

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    /** Reads a file of one or more PEM blocks {@code PUBLIC KEY}. */
    public static KeyRing read(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IOException("longer than any file of keys");
        }
        var ring = new KeyRing();
        Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            if (!ring.add(blocks.group(1).replaceAll("\\s", ""))) {
                throw new IOException("holds a public key that is not Ed25519");
            }
        }
        if (ring.keys.isEmpty()) {
            throw new IOException("holds no public key in PEM form");
        }
        return ring;
    }

    /** Takes a key in Base64; false where it is none, or not written as it has to be. */
    boolean add(String encoded) {
        try {
            byte[] bytes = strict(encoded);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
            if (!Arrays.equals(key.getEncoded(), bytes)) {
                return false;
            }
            keys.put(Hash.of(bytes), key);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    boolean holds(String fingerprint) {
        return keys.containsKey(fingerprint);
    }

    /** Whether this key made this signature over these bytes. */
    boolean verifies(String fingerprint, String latin, String signature) {
        PublicKey key = keys.get(fingerprint);
        if (key == null) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(latin.getBytes(StandardCharsets.ISO_8859_1));
            return check.verify(strict(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Base64 has several spellings of the same bytes; only the usual one counts. */
    private static byte[] strict(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not the usual Base64");
        }
        return bytes;
    }
}
