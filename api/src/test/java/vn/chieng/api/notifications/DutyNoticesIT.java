package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.ClockWarning;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.logs.LogSource;
import vn.chieng.api.logs.SourceSilent;

/** Notices that no person causes: legal clocks, roles that end, sources that fell silent. */
class DutyNoticesIT extends NoticeReaders {
    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private AccessNotices access;

    @Test
    void aClockIsToldOnceToThoseWhoseDutyItIsAndAgainWhenItIsOver() {
        SignedIn lead = acting(Role.SOC_LEAD, Folk.ROOT, "k" + run);
        SignedIn leader = acting(Role.LEADER, Folk.ROOT, "c" + run);
        SignedIn stranger = acting(Role.OWNER, Folk.OTHER, "e" + run);
        Instant due = clock.instant().plus(Duration.ofHours(2));
        for (int percent : List.of(80, 80, 100)) {
            publish(new ClockWarning(
                    -1, "SC-" + run, List.of(Folk.OWN), "C24", percent, due, Set.of(Role.SOC_LEAD, Role.LEADER)));
        }
        for (SignedIn told : List.of(lead, leader)) {
            awaitBell(told, "SC-" + run);
            await().until(() -> told(told, "SC-" + run) == 2);
        }
        assertThat(told(stranger)).isZero();
        assertThat(told(lead, "SC-" + run)).isEqualTo(2);
    }

    @Test
    void aRoleThatEndsSoonIsToldToWhoHoldsItOnce() {
        SignedIn ending = acting(Role.ANALYST, Folk.ROOT, "f" + run);
        SignedIn staying = acting(Role.ANALYST, Folk.ROOT, "h" + run);
        jdbc.sql("update role_assignments set ends_at = ? where account_id = ?")
                .param(clock.instant().plus(Duration.ofDays(2)).atOffset(java.time.ZoneOffset.UTC))
                .param(ending.accountId())
                .update();
        access.tell();
        access.tell();
        await().untilAsserted(() -> assertThat(told(ending)).isEqualTo(1));
        assertThat(told(staying)).isZero();
    }

    @Test
    void aSilentSourceIsToldOnceForEachSilenceAndItsHostileNameStaysHarmless() {
        SignedIn lead = acting(Role.SOC_LEAD, Folk.ROOT, "m" + run);
        SignedIn stranger = acting(Role.OPERATOR, Folk.OTHER, "t" + run);
        Instant last = clock.instant().minus(Duration.ofDays(2));
        var source = new LogSource(Folk.OWN, run + HOSTILE, last);
        publish(new SourceSilent(source));
        publish(new SourceSilent(source));
        publish(new SourceSilent(new LogSource(Folk.OWN, run + HOSTILE, last.plusSeconds(60))));
        await().until(() -> told(lead, run) == 2);
        assertThat(visitor.get("/notifications", lead))
                .bodyText()
                .contains("ngừng gửi")
                .doesNotContain("<script>alert", "\u202E");
        assertThat(told(stranger)).isZero();
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private long told(SignedIn reader, String words) {
        return jdbc.sql("select count(*) from notice_readers r join notices n on n.id = r.notice_id"
                        + " where r.account_id = ? and n.subject_vi like ?")
                .param(reader.accountId())
                .param("%" + words + "%")
                .query(Long.class)
                .single();
    }
}
