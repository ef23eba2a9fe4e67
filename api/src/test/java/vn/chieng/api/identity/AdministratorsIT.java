package vn.chieng.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;

/** Sets every other administrator of the province aside for the time of a test, and puts them back. */
class AdministratorsIT extends ApiServers {
    @Autowired
    private AccountStore accounts;

    @Autowired
    private AssignmentStore assignments;

    @Autowired
    private ActingRights rights;

    @Autowired
    private People people;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private JdbcClient jdbc;

    private final Clock clock = Clock.systemUTC();
    private List<Long> aside = List.of();
    private Folk folk;
    private SignedIn first;
    private SignedIn second;

    @BeforeEach
    void onlyTwo() {
        folk = new Folk(accounts, rights, clock);
        aside = assignments.lockAdministrators(Folk.ROOT, clock.instant());
        jdbc.sql("update accounts set disabled = true where id = any (?)")
                .param(aside.toArray(Long[]::new))
                .update();
        first = folk.acting(Role.ADMINISTRATOR, Folk.ROOT);
        second = folk.acting(Role.ADMINISTRATOR, Folk.ROOT);
    }

    @AfterEach
    void theOthersBack() {
        jdbc.sql("update accounts set disabled = false where id = any (?)")
                .param(aside.toArray(Long[]::new))
                .update();
    }

    @Test
    void theLastAdministratorIsNeitherDisabledNorLosesTheRole() {
        assertThat(people.disable(second.accountId(), 1, "vì", first)).isInstanceOf(PersonOutcome.Done.class);
        // whoever still acts from a request that began before
        assertThat(people.disable(first.accountId(), 1, "vì", second))
                .isEqualTo(new PersonOutcome.Refused(Refusal.LAST_ADMINISTRATOR));
        assertThat(grants.withdraw(first.assignmentId(), "vì", second))
                .isEqualTo(new GrantOutcome.Refused(Refusal.LAST_ADMINISTRATOR));
        assertThat(rights.acting(first.accountId(), first.assignmentId(), Set.of()))
                .isPresent();
    }

    @Test
    void anAdministratorWhoseRoleEndsDoesNotCountAsOneWhoIsLeft() {
        Account passing = folk.person(AccountKind.ADMINISTRATOR, Folk.ROOT);
        folk.role(passing, Role.ADMINISTRATOR, Folk.ROOT, clock.instant().plus(Duration.ofDays(1)));
        assertThat(grants.withdraw(second.assignmentId(), "vì", first)).isInstanceOf(GrantOutcome.Done.class);
        assertThat(grants.withdraw(first.assignmentId(), "vì", second))
                .isEqualTo(new GrantOutcome.Refused(Refusal.LAST_ADMINISTRATOR));
    }

    @Test
    void twoWhoWithdrawEachOtherAtTheSameTimeLeaveOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Callable<GrantOutcome>> both = List.of(
                    () -> grants.withdraw(second.assignmentId(), "vì", first),
                    () -> grants.withdraw(first.assignmentId(), "vì", second));
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                List<Future<GrantOutcome>> outcomes = pool.invokeAll(both);
                List<GrantOutcome> said =
                        List.of(outcomes.get(0).get(), outcomes.get(1).get());
                assertThat(said).filteredOn(GrantOutcome.Done.class::isInstance).hasSize(1);
                assertThat(said).contains(new GrantOutcome.Refused(Refusal.LAST_ADMINISTRATOR));
            }
            Instant now = clock.instant();
            long left = assignments.lockAdministrators(Folk.ROOT, now).getFirst();
            SignedIn stays = left == first.accountId() ? first : second;
            first = stays;
            second = folk.acting(Role.ADMINISTRATOR, Folk.ROOT);
        }
    }
}
