package vn.chieng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SixReaderTest {
    private static final String LETTERS = "0123fF::::.";

    /** Texts of the letters that addresses are made of: whatever the JDK takes, this takes, and nothing else. */
    @Test
    void readsWhatTheJdkReadsAndNothingElse() {
        Random random = new Random(6);
        SixReader reader = new SixReader();
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            // the JDK takes zeros before four digits, RFC 4291 does not
            if (text.matches(".*[0-9a-fA-F]{5,}.*")) {
                continue;
            }
            byte[] address = new byte[SixReader.BYTES];
            boolean is = reader.read(text.getBytes(StandardCharsets.US_ASCII), text.length(), address);
            byte[] expected = jdk(text);
            assertThat(is).as(text).isEqualTo(expected.length > 0);
            if (is && expected.length == SixReader.BYTES) {
                assertThat(address).as(text).isEqualTo(expected);
                assertThat(jdk(IpText.text(address))).as(text).isEqualTo(expected);
                read++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String text(Random random) {
        if (random.nextBoolean()) {
            StringBuilder whole = new StringBuilder();
            for (int group = 0; group < 8; group++) {
                whole.append(group == 0 ? "" : ":").append(Integer.toHexString(random.nextInt(4)));
            }
            return random.nextBoolean()
                    ? whole.toString()
                    : whole.substring(0, whole.indexOf(":") + 1) + ":"
                            + whole.substring(whole.length() - random.nextInt(8));
        }
        StringBuilder any = new StringBuilder(":");
        for (int i = random.nextInt(12); i >= 0; i--) {
            any.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return any.toString();
    }

    private static byte[] jdk(String text) {
        try {
            InetAddress address = Inet6Address.ofLiteral(text);
            return address.getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
