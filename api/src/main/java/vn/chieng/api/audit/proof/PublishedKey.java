package vn.chieng.api.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import vn.chieng.api.audit.chain.Sha256;

/**
 * The public half of a key that anchors and exports are signed with.
 *
 * @param id SHA-256 of the encoded key, in hex
 * @param encoded the key as X.509 has it, in Base64
 */
public record PublishedKey(String id, String encoded) {
    public static final String ALGORITHM = "Ed25519";

    public PublishedKey {
        if (!id.equals(Sha256.hex(Base64.getDecoder().decode(encoded)))) {
            throw new IllegalArgumentException("a key's id is its hash");
        }
    }

    public static PublishedKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new PublishedKey(Sha256.hex(encoded), Base64.getEncoder().encodeToString(encoded));
    }

    /** The key as a file that {@code chieng audit verify --key} and OpenSSL read. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether the text was signed with the private half. */
    public boolean verifies(String text, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a check that cannot be made has failed
        }
    }
}
