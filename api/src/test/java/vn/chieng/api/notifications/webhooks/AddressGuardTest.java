package vn.chieng.api.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final AddressGuard GUARD =
            new AddressGuard(List.of("10.1.0.0/16", "fd00:1::/32", "siem.example.vn"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.2.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:2::1",
                "::ffff:10.2.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a02:1",
                "2002:7f00:1::",
                "2001:0:1::",
                "::7f00:1",
                "localhost",
                "2130706433",
                "0x7f000001"
            })
    void refusesWhatIsNotPublic(String host) {
        assertThatThrownBy(() -> GUARD.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "2606:4700::1111",
                "10.1.255.1",
                "fd00:1::9"
            })
    void letsPublicAndAllowedAddressesThrough(String host) throws UnknownHostException {
        assertThat(GUARD.resolve(host)).containsExactly(InetAddress.getAllByName(host));
    }

    @Test
    void plainHttpIsForHostsAllowedByNameOnly() throws IOException {
        try (var caller = new HookCaller(GUARD, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> caller.post(URI.create("http://8.8.8.8/"), new byte[0], Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("plain HTTP");
            assertThatThrownBy(() -> caller.post(URI.create("https://127.0.0.1:1/"), new byte[0], Map.of()))
                    .as("an address written as numbers is checked too")
                    .isInstanceOf(UnknownHostException.class);
        }
    }
}
