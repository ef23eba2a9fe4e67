package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePreferencesTest {

    @ParameterizedTest
    @CsvSource({
        // Vietnam's time is seven hours ahead; quiet from 22:00 to 06:00
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z",
        "2026-11-22T14:59:59Z, 2026-11-22T14:59:59Z",
        "2026-11-22T15:00:00Z, 2026-11-22T23:00:00Z",
        "2026-11-22T19:30:00Z, 2026-11-22T23:00:00Z",
        "2026-11-22T23:00:00Z, 2026-11-22T23:00:00Z",
    })
    void mailWaitsForTheEndOfQuietHoursThatPassMidnight(Instant now, Instant due) {
        var preferences = new NoticePreferences(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0), Digest.AT_ONCE);
        assertThat(preferences.due(NoticeKind.INCIDENT_WATCHED, now)).isEqualTo(due);
        assertThat(preferences.due(NoticeKind.CLOCK_WARNING, now))
                .as("a clock waits for nobody")
                .isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY, 2026-11-22T10:20:00Z, 2026-11-22T11:00:00Z",
        "HOURLY, 2026-11-22T10:00:00Z, 2026-11-22T11:00:00Z",
        "DAILY, 2026-11-22T10:20:00Z, 2026-11-23T00:00:00Z",
        "DAILY, 2026-11-21T23:59:00Z, 2026-11-22T00:00:00Z",
        "AT_ONCE, 2026-11-22T10:20:00Z, 2026-11-22T10:20:00Z",
    })
    void aDigestGoesOutAtTheNextHourOrTheNextMorning(Digest digest, Instant now, Instant due) {
        var preferences = new NoticePreferences(Set.of(), null, null, digest);
        assertThat(preferences.due(NoticeKind.INCIDENT_GRAVE, now)).isEqualTo(due);
        assertThat(preferences.gathers(NoticeKind.INCIDENT_GRAVE)).isEqualTo(digest != Digest.AT_ONCE);
        assertThat(preferences.gathers(NoticeKind.CLOCK_WARNING)).isFalse();
    }

    @Test
    void anHourlyDigestThatFallsIntoQuietHoursWaitsForTheirEnd() {
        var preferences = new NoticePreferences(Set.of(), LocalTime.of(18, 0), LocalTime.of(7, 30), Digest.HOURLY);
        assertThat(preferences.due(NoticeKind.INCIDENT_GRAVE, Instant.parse("2026-11-22T10:20:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T00:30:00Z"));
    }

    @Test
    void mailOfClocksCannotBeSwitchedOff() {
        assertThatThrownBy(() -> new NoticePreferences(Set.of(NoticeKind.CLOCK_WARNING), null, null, Digest.AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quietHoursHaveABeginningAndAnotherEnd() {
        assertThatThrownBy(() -> new NoticePreferences(Set.of(), LocalTime.NOON, null, Digest.AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoticePreferences(Set.of(), LocalTime.NOON, LocalTime.NOON, Digest.AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
