package vn.chieng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;

final class IndicatorTableTest {
    private static final long MEGABYTE = 1_000_000;
    private static final List<Indicator.Type> TYPES = List.of(
            Indicator.Type.IP,
            Indicator.Type.IP,
            Indicator.Type.DOMAIN,
            Indicator.Type.DOMAIN,
            Indicator.Type.URL,
            Indicator.Type.MD5,
            Indicator.Type.SHA1,
            Indicator.Type.SHA256);

    /** A million of every kind with a description of 40 letters. */
    @Test
    void aMillionIndicatorsTakeLessThanTwoHundredMegabytesAndAreAllFound() {
        int million = 1_000_000;
        IndicatorTable table = new IndicatorTable(million);
        for (int i = 0; i < million; i++) {
            table.put(generated(i));
        }
        assertThat(table.size()).isEqualTo(million);
        assertThat(table.bytes()).isLessThan(200 * MEGABYTE);
        IndicatorMatcher matcher = new IndicatorMatcher(table, new Random(1));
        for (int i = 0; i < million; i += 997) {
            matcher.begin(() -> Sample.NOON);
            matcher.look(kind(generated(i)), generated(i).value());
            assertThat(matcher.hits()).contains(generated(i));
        }
        assertThat(table.put(Sample.of("one-too-many.example"))).isFalse();
    }

    /** Whatever is put and removed in whatever order, the table says what a map says, and does not grow without end. */
    @Test
    void behavesAsAMapWhateverComesAndGoes() {
        Random random = new Random(4);
        IndicatorTable table = new IndicatorTable(20_000);
        Map<String, Indicator> map = new HashMap<>();
        for (int i = 0; i < 150_000; i++) {
            int number = random.nextInt(8_000);
            Indicator generated = generated(number);
            Indicator indicator = new Indicator(
                    generated.type(),
                    generated.value(),
                    "NCSC",
                    i % 100,
                    Level.LOW,
                    null,
                    "told " + "a".repeat(i % 90));
            if (random.nextInt(3) == 0) {
                table.remove(indicator.key());
                map.remove(indicator.key());
            } else {
                table.put(indicator);
                map.put(indicator.key(), indicator);
            }
        }
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(table.bytes()).isLessThan(4 * MEGABYTE);
        IndicatorMatcher matcher = new IndicatorMatcher(table, new Random(1));
        for (int number = 0; number < 8_000; number++) {
            Indicator asked = generated(number);
            Indicator known = map.get(asked.key());
            matcher.begin(() -> Sample.NOON);
            matcher.look(kind(asked), asked.value());
            assertThat(matcher.hits().stream().filter(hit -> hit.key().equals(asked.key())))
                    .isEqualTo(known == null ? List.of() : List.of(known));
        }
    }

    @Test
    void aNetworkThatIsRemovedMatchesNoMore() {
        IndicatorTable table = new IndicatorTable(10);
        table.put(Sample.of("198.51.100.0/24"));
        table.put(Sample.of("2001:db8::/32"));
        table.remove("network:198.51.100.0/24");
        IndicatorMatcher matcher = new IndicatorMatcher(table, new Random(1));
        matcher.begin(() -> Sample.NOON);
        matcher.look(FieldKind.ADDRESS, "198.51.100.1");
        assertThat(matcher.hits()).isEmpty();
        matcher.look(FieldKind.ADDRESS, "2001:db8::1");
        assertThat(matcher.hits()).hasSize(1);
    }

    private static FieldKind kind(Indicator indicator) {
        return switch (indicator.type()) {
            case IP, NETWORK -> FieldKind.ADDRESS;
            case DOMAIN -> FieldKind.DOMAIN;
            case URL -> FieldKind.URL;
            case MD5, SHA1, SHA256 -> FieldKind.HASH;
        };
    }

    /** Of each kind as feeds have them: mostly addresses, names, web addresses and SHA-256. */
    private static Indicator generated(int number) {
        String hex = HexFormat.of().toHexDigits(number * 0x9e3779b1);
        Indicator.Type type = TYPES.get(number % TYPES.size());
        String value = switch (type) {
            case IP, NETWORK ->
                IpText.text(new byte[] {
                    (byte) (50 + (number >>> 18) % 70),
                    (byte) (number >>> 10),
                    (byte) (number >>> 2),
                    (byte) (number & 3)
                });
            case DOMAIN -> "cdn-" + hex + ".update-service.example";
            case URL -> "http://" + hex + ".example/wp-content/uploads/" + hex + "/setup.exe";
            case MD5 -> hex.repeat(4);
            case SHA1 -> hex.repeat(5);
            case SHA256 -> hex.repeat(8);
        };
        return new Indicator(type, value, "NCSC", 80, Level.HIGH, null, "Told by NCSC on 22/11/2026, case " + hex);
    }
}
