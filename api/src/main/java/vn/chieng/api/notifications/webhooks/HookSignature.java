package vn.chieng.api.notifications.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves to the receiver that a call comes from here and is not an old one: HMAC-SHA256 over the time and the body. */
public final class HookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private HookSignature() {}

    /** The header's value: {@code t=<seconds>,v1=<hexadecimal>}, over {@code <seconds>.<body>}. */
    public static String of(byte[] secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
