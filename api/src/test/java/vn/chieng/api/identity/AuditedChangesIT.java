package vn.chieng.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.organizations.OrganizationDirectory;

class AuditedChangesIT extends ApiServers {
    @Autowired
    private AccountStore accounts;

    @Autowired
    private PeopleStore store;

    @Autowired
    private AssignmentStore assignments;

    @Autowired
    private ActingRights rights;

    @Autowired
    private GrantRules rules;

    @Autowired
    private Administrators administrators;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private JobLock lock;

    @Autowired
    private TransactionTemplate transactions;

    private final Trail trail = new Trail();
    private final Clock clock = Clock.systemUTC();
    private SignedIn administrator;
    private RoleGrants grants;
    private People people;
    private Account person;

    /** Remembers what was written, or fails as a full disk would. */
    private static final class Trail implements AuditTrail {
        private final List<AuditRecord> written = new ArrayList<>();
        private final List<@Nullable SignedIn> actors = new ArrayList<>();
        private boolean broken;

        @Override
        public void record(@Nullable SignedIn by, AuditRecord record) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            if (broken) {
                throw new IllegalStateException("no space left");
            }
            written.add(record);
            actors.add(by);
        }
    }

    @BeforeEach
    void build() {
        Folk folk = new Folk(accounts, rights, clock);
        administrator = folk.acting(Role.ADMINISTRATOR, Folk.OWN);
        person = folk.person(AccountKind.BUSINESS, Folk.OWN);
        grants = new RoleGrants(store, accounts, assignments, rules, administrators, trail, transactions, clock);
        people = new People(
                store,
                accounts,
                assignments,
                grants,
                rules,
                administrators,
                organizations,
                new FakeSignIn(),
                trail,
                transactions,
                clock);
    }

    @Test
    void aChangeIsWrittenWithTheFieldsThatChangedAndPersonalDataMasked() {
        Account.Draft facts = new Account.Draft(
                person.name(),
                "Trần Thị Mới",
                AccountKind.BUSINESS,
                "moi.tinh@example.vn",
                person.phone(),
                Folk.OWN,
                "vi",
                false);
        assertThat(people.change(person.id(), 1, facts, administrator)).isInstanceOf(PersonOutcome.Done.class);
        assertThat(trail.actors).containsExactly(administrator);
        AuditRecord record = trail.written.getFirst();
        assertThat(record.action()).isEqualTo(IdentityAction.PERSON_CHANGED);
        assertThat(record.objectId()).isEqualTo(Long.toString(person.id()));
        assertThat(record.organizationIds()).containsExactly(Folk.OWN);
        assertThat(record.before()).isEqualTo(Map.of("displayName", "Nguyễn Văn Thử", "mail", "n•••@example.vn"));
        assertThat(record.after()).isEqualTo(Map.of("displayName", "Trần Thị Mới", "mail", "m•••@example.vn"));
    }

    @Test
    void whatCannotBeWrittenToTheAuditLogIsNotDone() {
        trail.broken = true;
        assertThatThrownBy(() -> grants.grant(person.id(), Role.OWNER, Folk.OWN, null, administrator))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rights.choices(person.id())).isEmpty();
        assertThatThrownBy(() -> people.disable(person.id(), 1, "vì", administrator))
                .isInstanceOf(IllegalStateException.class);
        assertThat(accounts.find(person.id()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void eachChangeIsOneEntryAndARefusalNone() {
        grants.grant(person.id(), Role.OWNER, Folk.OWN, null, administrator);
        grants.grant(person.id(), Role.OWNER, Folk.OWN, null, administrator);
        grants.grant(person.id(), Role.OWNER, Folk.OTHER, null, administrator);
        grants.withdraw(rights.choices(person.id()).getFirst().id(), "thôi việc", administrator);
        people.disable(person.id(), 1, "nghỉ", administrator);
        people.disable(person.id(), 2, "nghỉ", administrator);
        people.enable(person.id(), 2, "về", administrator);
        assertThat(trail.written)
                .extracting(AuditRecord::action)
                .containsExactly(
                        IdentityAction.ROLE_GRANTED,
                        IdentityAction.ROLE_WITHDRAWN,
                        IdentityAction.PERSON_DISABLED,
                        IdentityAction.PERSON_ENABLED);
        assertThat(trail.written).extracting(AuditRecord::reason).containsExactly(null, "thôi việc", "nghỉ", "về");
        assertThat(trail.written.get(1).before())
                .containsEntry("role", "OWNER")
                .containsEntry("organization", Folk.OWN);
    }

    @Test
    void theOneTimePasswordIsInNoEntry() {
        PersonOutcome added = people.add(
                new Account.Draft(
                        "n" + java.util.UUID.randomUUID(),
                        "Người Mới",
                        AccountKind.BUSINESS,
                        null,
                        null,
                        Folk.OWN,
                        "vi",
                        false),
                administrator);
        assertThat(added)
                .isInstanceOfSatisfying(
                        PersonOutcome.Added.class,
                        done -> assertThat(done.password()).isEqualTo(FakeSignIn.PASSWORD));
        assertThat(trail.written.toString()).doesNotContain(FakeSignIn.PASSWORD);
    }

    @Test
    void idlenessIsTheProcessesOwnDeed() {
        Instant start = Instant.parse("1991-01-01T00:00:00Z");
        Account idle = new Folk(accounts, rights, clock).person(AccountKind.BUSINESS, Folk.OWN, "Lâu Rồi", start);
        new IdleAccounts(
                        store,
                        administrators,
                        lock,
                        settings,
                        trail,
                        transactions,
                        Clock.fixed(start.plus(settings.idleAfter()), ZoneOffset.UTC))
                .disable();
        assertThat(trail.actors).hasSize(1).containsOnlyNulls();
        assertThat(trail.written.getFirst().action()).isEqualTo(IdentityAction.PERSON_IDLE);
        assertThat(trail.written.getFirst().objectId()).isEqualTo(Long.toString(idle.id()));
        assertThat(trail.written.getFirst().organizationIds()).isEqualTo(Set.of(Folk.OWN));
    }
}
