package vn.chieng.api.audit.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chieng.api.audit.chain.Sha256;
import vn.chieng.api.home.PrivateFiles;

/** The key of this installation, made at its first start; the private half never leaves its file. */
@Component
public final class SigningKey {
    public static final String FILE = "audit/signing.pem";
    private static final Pattern HALVES =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\R([A-Za-z0-9+/=]+)\\R-----END PRIVATE KEY-----\\R"
                    + "-----BEGIN PUBLIC KEY-----\\R([A-Za-z0-9+/=]+)\\R-----END PUBLIC KEY-----\\R?");

    private final PrivateKey privateKey;
    private final PublishedKey published;

    public SigningKey(PrivateFiles files) throws IOException, GeneralSecurityException {
        if (!Files.exists(files.path(FILE))) {
            files.write(FILE, made());
        }
        Matcher halves = HALVES.matcher(Files.readString(files.path(FILE)));
        if (!halves.matches()) {
            throw new IOException(files.path(FILE) + " does not hold a key pair");
        }
        byte[] encoded = Base64.getDecoder().decode(halves.group(1));
        privateKey = KeyFactory.getInstance(PublishedKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        published = new PublishedKey(Sha256.hex(Base64.getDecoder().decode(halves.group(2))), halves.group(2));
        if (!published.verifies(FILE, signature(FILE))) {
            throw new IOException(files.path(FILE) + " holds two keys that do not belong together");
        }
    }

    private static String made() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(PublishedKey.ALGORITHM).generateKeyPair();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n"
                + PublishedKey.of(pair.getPublic()).pem();
    }

    /** What others verify with. */
    public PublishedKey published() {
        return published;
    }

    /** The signature over the text's bytes, in Base64. */
    public String signature(String text) {
        try {
            Signature signature = Signature.getInstance(PublishedKey.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
