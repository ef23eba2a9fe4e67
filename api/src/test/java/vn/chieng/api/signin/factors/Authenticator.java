package vn.chieng.api.signin.factors;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** A person's authenticator app, set up by typing the secret. */
public final class Authenticator {
    private final byte[] secret;

    public Authenticator(String typed) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : typed.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        secret = bytes.toByteArray();
    }

    public String code(Instant at) {
        return Totp.code(secret, Totp.step(at));
    }

    public byte[] secret() {
        return secret.clone();
    }
}
