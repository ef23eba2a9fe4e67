package vn.chieng.api.signin.factors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * What a person needs to set up an authenticator app.
 *
 * @param secret in groups of four letters, to be typed
 * @param address the {@code otpauth:} address
 * @param qr the same address to be scanned
 */
record Enrolment(String secret, String address, QrCode qr) {
    private static final int GROUP = 4;

    static Enrolment of(byte[] secret, String issuer, String accountName) {
        String text = Totp.base32(secret);
        String address = "otpauth://totp/" + encoded(issuer) + ":" + encoded(accountName) + "?secret=" + text
                + "&issuer=" + encoded(issuer);
        return new Enrolment(grouped(text), address, QrCode.of(address));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String grouped(String text) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < text.length(); i += GROUP) {
            groups.add(text.substring(i, Math.min(text.length(), i + GROUP)));
        }
        return String.join(" ", groups);
    }
}
