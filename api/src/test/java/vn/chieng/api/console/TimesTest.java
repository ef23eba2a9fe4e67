package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T23:48:03Z");

    private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC), new BundleMessages());

    @Test
    void writesVietnamsTimeAndNamesTheZone() {
        assertThat(times.exact(NOW)).isEqualTo("22/11/2026 06:48:03 (GMT+7)");
        assertThat(times.brief(NOW)).isEqualTo("22/11/2026 06:48");
        assertThat(times.clock(NOW)).isEqualTo("06:48:03");
        assertThat(times.utc(NOW)).isEqualTo("21/11/2026 23:48:03 UTC");
        assertThat(times.machine(NOW)).isEqualTo("2026-11-21T23:48:03Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT-30S, vừa xong, just now",
        "PT0S, vừa xong, just now",
        "PT-1M, 1 phút trước, 1 minute ago",
        "PT-2M-59S, 2 phút trước, 2 minutes ago",
        "PT-61M, 1 giờ trước, 1 hour ago",
        "PT-49H, 2 ngày trước, 2 days ago",
        "PT3H10M, sau 3 giờ nữa, in 3 hours",
        "PT5M, sau 5 phút nữa, in 5 minutes",
        "PT-24000H, 1.000 ngày trước, '1,000 days ago'"
    })
    void saysHowLongAgoOrAhead(Duration distance, String vietnamese, String english) {
        assertThat(times.relative(NOW.plus(distance), ConsoleLocaleResolver.VIETNAMESE))
                .isEqualTo(vietnamese);
        assertThat(times.relative(NOW.plus(distance), Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void anUnknownInstantIsADashAndAWord() {
        assertThat(times.exact(null)).isEqualTo("–");
        assertThat(times.machine(null)).isNull();
        assertThat(times.relative(null, ConsoleLocaleResolver.VIETNAMESE)).isEqualTo("không rõ");
    }
}
