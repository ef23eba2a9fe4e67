package vn.chieng.api.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HookSignatureTest {
    @Test
    void signsTheTimeAndTheBody() {
        // printf '1795305600.{"a":1}' | openssl dgst -sha256 -hmac secret
        assertThat(HookSignature.of(
                        "secret".getBytes(StandardCharsets.US_ASCII),
                        Instant.ofEpochSecond(1_795_305_600L),
                        "{\"a\":1}".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("t=1795305600,v1=2d6055a94c65d011e3a5f7c90a003c3052f18b27ba60c71d723d091203f64fce");
    }
}
