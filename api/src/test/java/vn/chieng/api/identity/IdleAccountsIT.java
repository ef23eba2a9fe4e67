package vn.chieng.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditTrail;

/** Runs long before anything else in the database was made, so that only this test's accounts are idle. */
class IdleAccountsIT extends ApiServers {
    private static final Instant START = Instant.parse("2001-01-01T00:00:00Z");

    @Autowired
    private AccountStore accounts;

    @Autowired
    private PeopleStore people;

    @Autowired
    private ActingRights rights;

    @Autowired
    private Administrators administrators;

    @Autowired
    private JobLock lock;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void anAccountIsDisabledAfterFortyFiveDaysWithoutSignInAndWarnedOfBefore() {
        Account idle = person(START);
        Account used = person(START);
        accounts.signedIn(used.id(), days(30));
        assertThat(state(idle, days(37))).isEqualTo(PersonState.ACTIVE);
        assertThat(state(idle, days(38))).isEqualTo(PersonState.IDLE);
        assertThat(at(days(45).minusSeconds(1)).disable()).isZero();
        assertThat(at(days(45)).disable()).isEqualTo(1);
        assertThat(found(idle).disabled()).isTrue();
        assertThat(found(idle).disabledReason()).isEqualTo(IdleAccounts.REASON);
        assertThat(found(used).disabled()).isFalse();
        assertThat(at(days(75)).disable()).isEqualTo(1);
        assertThat(found(used).disabled()).isTrue();
    }

    @Test
    void idlenessCountsAnewFromTheDayAnAdministratorEnabledIt() {
        Account idle = person(START);
        at(days(45)).disable();
        people.enable(idle.id(), days(50));
        assertThat(at(days(94)).disable()).isZero();
        assertThat(at(days(95)).disable()).isEqualTo(1);
    }

    @Test
    void serviceAndBreakGlassAccountsStay() {
        Account service = folk().person(AccountKind.SERVICE, Folk.OWN, "Dịch vụ", START);
        Account glass = accounts.add(
                        new Account.Draft(
                                "g" + UUID.randomUUID(),
                                "Khẩn cấp",
                                AccountKind.ADMINISTRATOR,
                                null,
                                null,
                                Folk.ROOT,
                                "vi",
                                true),
                        START)
                .orElseThrow();
        assertThat(at(days(1000)).disable()).isZero();
        assertThat(found(service).disabled()).isFalse();
        assertThat(found(glass).disabled()).isFalse();
        assertThat(state(glass, days(1000))).isEqualTo(PersonState.ACTIVE);
    }

    @Test
    void oneInstanceDoesItWhileTheOthersDoNothing() throws Exception {
        Account idle = person(START);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> holding = other.submit(() -> transactions.executeWithoutResult(_ -> {
                assertThat(lock.mine("idle-accounts")).isTrue();
                taken.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            taken.await();
            assertThat(at(days(45)).disable()).isZero();
            done.countDown();
            holding.get();
        }
        assertThat(at(days(45)).disable()).isEqualTo(1);
        assertThat(found(idle).disabled()).isTrue();
    }

    private Folk folk() {
        return new Folk(accounts, rights, Clock.systemUTC());
    }

    private Account person(Instant createdAt) {
        return folk().person(AccountKind.BUSINESS, Folk.OWN, "Người ít dùng", createdAt);
    }

    private Account found(Account account) {
        return accounts.find(account.id()).orElseThrow();
    }

    private PersonState state(Account account, Instant now) {
        return people.find(account.id(), new Scope.Everything(), now)
                .orElseThrow()
                .state();
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private IdleAccounts at(Instant time) {
        return new IdleAccounts(
                people, administrators, lock, settings, audit, transactions, Clock.fixed(time, ZoneOffset.UTC));
    }
}
