package vn.chieng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.event.Indicator;

final class IndicatorReaderTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, IP, 203.0.113.5",
        "203[.]0[.]113[.]5, IP, 203.0.113.5",
        "::ffff:203.0.113.5, IP, 203.0.113.5",
        "2001:DB8:0:0:0:0:0:1, IP, 2001:db8::1",
        "203.0.113.77/24, NETWORK, 203.0.113.0/24",
        "203.0.113.77/32, IP, 203.0.113.77",
        "2001:db8:1::5/48, NETWORK, 2001:db8:1::/48",
        "EVIL[.]Example., DOMAIN, evil.example",
        "*.evil.example, DOMAIN, evil.example",
        "độchại.example, DOMAIN, xn--chi-uqa6598asja.example",
        "hxxps://user:pw@EVIL[.]example:443/Path?q=A#top, URL, https://evil.example/path?q=a",
        "hXXp[://]evil[.]example, URL, http://evil.example/",
        "http://evil.example:8080, URL, http://evil.example:8080/",
        "http://[2001:DB8::1]/x, URL, http://[2001:db8::1]/x",
        "http://evil.example/đ, URL, http://evil.example/%c4%91",
        "44D88612FEA8A8F36DE82E1278ABB02F, MD5, 44d88612fea8a8f36de82e1278abb02f",
        "3395856ce81f2b7382dee72602f798b642f14140, SHA1, 3395856ce81f2b7382dee72602f798b642f14140"
    })
    void takesWhatPeopleWriteIntoOneSpellingAndTellsTheKind(String written, Indicator.Type type, String value) {
        assertThat(IndicatorReader.read(null, written)).isEqualTo(new Reading.Sound(type, value));
        assertThat(IndicatorReader.read(type, value)).isEqualTo(new Reading.Sound(type, value));
    }

    @ParameterizedTest
    @CsvSource({
        "IP, 203.0.113.256, NOT_AN_ADDRESS",
        "IP, 01.2.3.4, NOT_AN_ADDRESS",
        "IP, 10.0.0.1, NOT_PUBLIC",
        "IP, 127.0.0.1, NOT_PUBLIC",
        "IP, fc00::1, NOT_PUBLIC",
        "NETWORK, 203.0.113.0, NOT_A_NETWORK",
        "NETWORK, 203.0.113.0/33, NOT_A_NETWORK",
        "NETWORK, 4.0.0.0/7, NETWORK_TOO_WIDE",
        "NETWORK, 0.0.0.0/0, NETWORK_TOO_WIDE",
        "NETWORK, 192.168.0.0/16, NOT_PUBLIC",
        "DOMAIN, localhost, NOT_A_DOMAIN",
        "DOMAIN, a..example, NOT_A_DOMAIN",
        "DOMAIN, gov.vn, DOMAIN_TOO_WIDE",
        "URL, javascript:alert(1), NOT_A_URL",
        "URL, http:///path, NOT_A_URL",
        "SHA256, 44d88612fea8a8f36de82e1278abb02f, NOT_A_HASH",
        "MD5, d41d8cd98f00b204e9800998ecf8427e, HARMLESS_HASH"
    })
    void refusesWhatIsNoneOrWouldMatchEverything(Indicator.Type type, String written, Reading.Refusal refusal) {
        assertThat(IndicatorReader.read(type, written)).isEqualTo(new Reading.Refused(refusal));
    }

    @Test
    void refusesWhatLooksLikeNothing() {
        assertThat(IndicatorReader.read(null, "not one")).isEqualTo(new Reading.Refused(Reading.Refusal.UNKNOWN_TYPE));
        assertThat(IndicatorReader.read(null, "  ")).isEqualTo(new Reading.Refused(Reading.Refusal.EMPTY));
        assertThat(IndicatorReader.read(null, "a".repeat(3_000)))
                .isEqualTo(new Reading.Refused(Reading.Refusal.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "IP, 203.0.113.5, 203[.]0[.]113[.]5",
        "URL, https://evil.example/a.b, hxxps://evil[.]example/a.b",
        "URL, http://evil.example/, hxxp://evil[.]example/",
        "URL, ftp://evil.example/a, fxp://evil[.]example/a",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, 44d88612fea8a8f36de82e1278abb02f"
    })
    void whatIsShownCannotBeFollowedAndReadsBackAsTheSame(Indicator.Type type, String value, String shown) {
        assertThat(Defanging.defanged(type, value)).isEqualTo(shown);
        assertThat(IndicatorReader.read(type, shown)).isEqualTo(new Reading.Sound(type, value));
    }
}
