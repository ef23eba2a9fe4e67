package vn.chieng.api.signin.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox 140, Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36|Chrome 138, Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0|Edge 138, Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1|Safari 18, iPhone",
                "curl/8.9.1|curl/8.9.1"
            })
    void saysWhichBrowserCalls(String header, String brief) {
        assertThat(UserAgents.brief(header)).isEqualTo(brief);
    }

    @Test
    void keepsLittleOfWhatItDoesNotKnow() {
        assertThat(UserAgents.brief("x".repeat(5000))).hasSize(60);
        assertThat(UserAgents.brief(" ")).isNull();
        assertThat(UserAgents.brief(null)).isNull();
    }
}
