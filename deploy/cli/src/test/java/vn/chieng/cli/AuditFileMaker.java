package vn.chieng.cli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Writes an audit file of one closed day, as docs/formats/audit-file.md describes it. */
final class AuditFileMaker {
    private static final String NOTHING = "0".repeat(64);

    private final KeyPair keys;

    AuditFileMaker() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + encoded() + "\n-----END PUBLIC KEY-----\n";
    }

    String fingerprint() throws GeneralSecurityException {
        return hash(keys.getPublic().getEncoded());
    }

    List<String> lines(int entries) throws GeneralSecurityException {
        List<String> lines = new ArrayList<>();
        lines.add("{\"chieng-audit\":1,\"from\":\"2026-11-20\",\"to\":\"2026-11-20\",\"first\":1,\"previous\":\""
                + NOTHING
                + "\",\"made\":\"2026-11-22T00:00:00Z\",\"keys\":[{\"id\":\"" + fingerprint() + "\",\"public\":\""
                + encoded()
                + "\"}]}");
        String previous = NOTHING;
        for (int number = 1; number <= entries; number++) {
            String entry = "{\"number\":" + number + ",\"day\":\"2026-11-20\",\"previous\":\"" + previous
                    + "\",\"at\":\"2026-11-20T08:00:00.000000+07:00\",\"text\":\"Sở Y tế\"}";
            previous = hash(entry.getBytes(StandardCharsets.UTF_8));
            lines.add("{\"hash\":\"" + previous + "\",\"entry\":" + entry + "}");
        }
        String anchor = "{\"day\":\"2026-11-20\",\"first\":1,\"last\":" + entries + ",\"count\":" + entries
                + ",\"hash\":\"" + previous + "\",\"previous\":\"" + NOTHING + "\",\"key\":\"" + fingerprint() + "\"}";
        lines.add("{\"anchor\":" + anchor + ",\"signature\":\"" + signed(anchor) + "\"}");
        String sum = hash((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        String trailer = "{\"entries\":" + entries + ",\"anchors\":1,\"last\":" + entries + ",\"hash\":\"" + previous
                + "\",\"sha256\":\"" + sum + "\",\"key\":\"" + fingerprint() + "\"}";
        lines.add("{\"trailer\":" + trailer + ",\"signature\":\"" + signed(trailer) + "\"}");
        return lines;
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private String signed(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
