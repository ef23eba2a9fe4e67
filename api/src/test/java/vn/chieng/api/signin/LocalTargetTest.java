package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {
    private static final URI SITE = URI.create("https://soc.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "https://evil.example",
                "https://evil.example//evil.example",
                "http:evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%5Cevil.example",
                "/%2Fevil.example",
                "/%2f%2fevil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "/\tevil.example",
                "/\n/evil.example",
                " //evil.example",
                "https://soc.example@evil.example/",
                "https://soc.example\\@evil.example/"
            })
    void neverLeavesTheSite(String address) {
        URI there = SITE.resolve(LocalTarget.of(address));
        assertThat(there.getHost()).isEqualTo("soc.example");
        assertThat(there.getScheme()).isEqualTo("https");
        assertThat(LocalTarget.of(address))
                .startsWith("/")
                .doesNotStartWith("//")
                .doesNotContain("\\");
    }

    @Test
    void goesToThePageAskedForBefore() {
        assertThat(LocalTarget.of("https://any.example/incidents?state=all&q=a%20b"))
                .isEqualTo("/incidents?state=all&q=a%20b");
        assertThat(LocalTarget.of(null)).isEqualTo("/");
    }
}
