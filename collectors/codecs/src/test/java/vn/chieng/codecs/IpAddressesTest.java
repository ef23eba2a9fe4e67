package vn.chieng.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "0.0.0.0",
                "::",
                "::1",
                "2001:db8::8a2e:370:7334",
                "1:2:3:4:5:6:7:8",
                "64:ff9b::192.0.2.1"
            })
    void addressesAreAddresses(String text) {
        assertThat(IpAddresses.normalized(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1.2.3",
                "1.2.3.256",
                "01.2.3.4",
                "192.0.2.x",
                "web-01",
                "1:2:3",
                "1::2::3",
                "12345::",
                "::g",
                "user"
            })
    void otherTextsAreNot(String text) {
        assertThat(IpAddresses.normalized(text)).isNull();
    }

    @Test
    void mappingBracketsAndZonesAreTakenOff() {
        assertThat(IpAddresses.normalized("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(IpAddresses.normalized("[fe80::1%eth0]")).isEqualTo("fe80::1");
    }
}
