package vn.chieng.api.systems.belongings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,NETWORK,10.1.2.3/32",
        "10.1.0.0/16,NETWORK,10.1.0.0/16",
        "2001:db8::/32,NETWORK,2001:db8:0:0:0:0:0:0/32",
        "Web01.GiaLai.GOV.VN,HOST,web01.gialai.gov.vn",
        "may-chu_1,HOST,may-chu_1"
    })
    void readsHostsAddressesAndNetworks(String typed, SystemAddress.Kind kind, String value) {
        assertThat(SystemAddress.read(typed, "chính")).contains(new SystemAddress(kind, value, "chính"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3/16",
                "10.1.2",
                "10.1.2.300",
                "0.0.0.0/0",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "máy chủ",
                "a..b",
                "-a",
                "http://a.vn",
                "::1/129",
                "1234"
            })
    void refusesWhatIsNoExactAddress(String typed) {
        assertThat(SystemAddress.read(typed, null)).isEmpty();
    }

    @Test
    void neverAsksTheNetworkForAName() {
        assertThat(SystemAddress.read("khong-co-that.invalid", null))
                .get()
                .extracting(SystemAddress::kind)
                .isEqualTo(SystemAddress.Kind.HOST);
    }
}
