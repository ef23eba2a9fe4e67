package vn.chieng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.event.Indicator;

final class IndicatorMatcherTest {
    private static final String SHA256 = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f";
    private static final String MD5 = "44d88612fea8a8f36de82e1278abb02f";

    private final IndicatorTable table = new IndicatorTable(1_000);
    private final IndicatorMatcher matcher = new IndicatorMatcher(table, new Random(1));

    IndicatorMatcherTest() {
        Stream.of(
                        "203.0.113.5",
                        "198.51.100.0/24",
                        "198.51.0.0/16",
                        "2001:db8:7::/48",
                        "2001:db8::9",
                        "evil.example",
                        "deep.bad.example",
                        "http://files.example/drop.exe",
                        MD5,
                        SHA256)
                .forEach(written -> table.put(Sample.of(written)));
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, 203.0.113.5, 203.0.113.5",
        "ADDRESS, ::ffff:203.0.113.5, 203.0.113.5",
        "ADDRESS, 198.51.100.77, 198.51.100.0/24;198.51.0.0/16",
        "ADDRESS, 198.51.7.1, 198.51.0.0/16",
        "ADDRESS, 2001:DB8:7:1::1, 2001:db8:7::/48",
        "ADDRESS, 2001:db8:0::9%eth0, 2001:db8::9",
        "DOMAIN, evil.example, evil.example",
        "DOMAIN, WWW.Evil.Example., evil.example",
        "DOMAIN, a.b.deep.bad.example, deep.bad.example",
        "HOST, 203.0.113.5, 203.0.113.5",
        "HOST, x.evil.example, evil.example",
        "URL, HTTP://Files.example:80/drop.exe#x, http://files.example/drop.exe",
        "URL, https://x.evil.example/any, evil.example",
        "URL, http://203.0.113.5:8080/any, 203.0.113.5",
        "HASH, 44D88612FEA8A8F36DE82E1278ABB02F, " + MD5,
    })
    void findsWhatAValueStandsFor(FieldKind kind, String value, String wanted) {
        assertThat(found(kind, value)).containsExactlyInAnyOrder(wanted.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, 203.0.113.50",
        "ADDRESS, 203.0.113.05",
        "ADDRESS, 2001:db8:8::1",
        "ADDRESS, evil.example",
        "DOMAIN, notevil.example",
        "DOMAIN, evil.example.com",
        "DOMAIN, example",
        "DOMAIN, bad.example",
        "DOMAIN, 203.0.113.5",
        "URL, http://files.example/drop.exe2",
        "URL, /drop.exe",
        "HASH, 44d88612fea8a8f36de82e1278abb02",
        "HASH, 44d88612fea8a8f36de82e1278abb02e",
    })
    void findsNothingInWhatOnlyResembles(FieldKind kind, String value) {
        assertThat(found(kind, value)).isEmpty();
    }

    @Test
    void readsTheHashesThatSysmonWritesIntoOneField() {
        String field = "SHA1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,MD5=" + MD5.toUpperCase(Locale.ROOT) + ",SHA256="
                + SHA256 + ",IMPHASH=00000000000000000000000000000000";
        assertThat(found(FieldKind.HASHES, field)).containsExactlyInAnyOrder(MD5, SHA256);
    }

    @Test
    void hitsOneIndicatorOnceHoweverManyFieldsNameIt() {
        matcher.begin(() -> Sample.NOON);
        matcher.look(FieldKind.ADDRESS, "203.0.113.5");
        matcher.look(FieldKind.HOST, "203.0.113.5");
        assertThat(matcher.hits()).hasSize(1);
    }

    @Test
    void whatHitNothingHitsOnceAnIndicatorOfItIsTaken() {
        byte[] json = "\"new.example\"".getBytes(StandardCharsets.UTF_8);
        assertThat(hitsOf(json)).isZero();
        assertThat(hitsOf(json)).isZero();
        table.put(Sample.of("new.example"));
        assertThat(hitsOf(json)).isOne();
        assertThat(hitsOf(json)).isOne();
    }

    @Test
    void whatWasHitBeforeIsNotRememberedAsFruitless() {
        byte[] json = "\"evil.example\"".getBytes(StandardCharsets.UTF_8);
        matcher.begin(() -> Sample.NOON);
        matcher.lookPlain(FieldKind.DOMAIN, json, 1, json.length - 1);
        matcher.lookPlain(FieldKind.DOMAIN, json, 1, json.length - 1);
        assertThat(hitsOf(json)).isOne();
    }

    private int hitsOf(byte[] json) {
        matcher.begin(() -> Sample.NOON);
        assertThat(matcher.lookPlain(FieldKind.DOMAIN, json, 1, json.length - 1))
                .isTrue();
        return matcher.hits().size();
    }

    @Test
    void whatIsNoLongerValidMatchesNothing() {
        table.put(Sample.of("192.0.2.7", Sample.NOON, ""));
        matcher.begin(() -> Sample.NOON.minusMillis(1));
        matcher.look(FieldKind.ADDRESS, "192.0.2.7");
        assertThat(matcher.hits()).hasSize(1);
        assertThat(found(FieldKind.ADDRESS, "192.0.2.7")).isEmpty();
    }

    @Test
    void hostileValuesCostLittleAndMatchNothing() {
        assertThat(found(FieldKind.DOMAIN, ".".repeat(253))).isEmpty();
        assertThat(found(FieldKind.DOMAIN, "a.".repeat(1_000))).isEmpty();
        assertThat(found(FieldKind.URL, "http://" + "@".repeat(2_000))).isEmpty();
        assertThat(found(FieldKind.URL, "http://" + "a".repeat(1_000_000))).isEmpty();
        assertThat(found(FieldKind.HASHES, ",".repeat(2_000))).isEmpty();
    }

    @Test
    void aNameThatTellsWhereItIsFromOnlyInUnicodeIsFoundToo() {
        table.put(Sample.of("độchại.example"));
        assertThat(found(FieldKind.DOMAIN, "www.ĐộcHại.example")).hasSize(1);
    }

    @Test
    void theFieldsThatShipAreReadable() {
        assertThat(IndicatorField.shipped())
                .contains(new IndicatorField("source.ip", FieldKind.ADDRESS))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
    }

    private List<String> found(FieldKind kind, String value) {
        matcher.begin(() -> Sample.NOON);
        matcher.look(kind, value);
        return matcher.hits().stream().map(Indicator::value).toList();
    }
}
