package vn.chieng.api.identity.delegations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.chieng.api.identity.Folk.OTHER;
import static vn.chieng.api.identity.Folk.OWN;
import static vn.chieng.api.identity.Folk.ROOT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.GrantOutcome;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.identity.RoleGrants;
import vn.chieng.api.organizations.OrganizationDirectory;

class DelegationsIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private ActingRights rights;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private Delegations delegations;

    @Autowired
    private OrganizationDirectory organizations;

    private final Clock clock = Clock.systemUTC();
    private final LocalDate lastDay = LastDay.today(clock.instant()).plusDays(10);
    private Folk folk;
    private SignedIn owner;
    private Account deputy;

    @BeforeEach
    void people() {
        folk = new Folk(accounts, rights, clock);
        owner = folk.acting(Role.OWNER, OWN);
        deputy = folk.person(AccountKind.BUSINESS, OWN);
    }

    @Test
    void aDelegationEndsByItselfWithItsLastDayInVietnam() {
        Assignment lent = lend();
        Instant end = LastDay.endOf(lastDay);
        assertThat(lent.endsAt()).isEqualTo(end);
        assertThat(at(end.minusSeconds(1)).choices(deputy.id())).containsExactly(lent);
        assertThat(at(end).choices(deputy.id())).isEmpty();
        assertThat(at(end).acting(deputy.id(), lent.id(), Set.of())).isEmpty();
    }

    @Test
    void whatWasLentCannotBeLentAgain() {
        SignedIn acting = folk.acting(deputy, lend());
        assertThat(acting.permissions()).contains(Permission.INCIDENTS_READ).doesNotContain(Permission.ROLE_DELEGATE);
        assertThat(mvc.get()
                        .uri("/delegations")
                        .secure(true)
                        .with(Folk.as(acting))
                        .exchange())
                .hasStatus(403);
        // also where a permission slipped through
        SignedIn forged = new SignedIn(
                deputy.id(),
                deputy.name(),
                "x",
                Role.OWNER,
                acting.assignmentId(),
                OWN,
                owner.scope(),
                Role.OWNER.permissions(),
                "vi",
                Set.of());
        Account third = folk.person(AccountKind.BUSINESS, OWN);
        assertThat(give(forged, third.name(), OWN)).hasStatus(422);
        assertThat(rights.choices(third.id())).isEmpty();
    }

    @Test
    void aDelegationDiesWithTheRoleItWasLentFrom() {
        lend();
        SignedIn root = folk.acting(Role.ADMINISTRATOR, ROOT);
        assertThat(grants.withdraw(owner.assignmentId(), "chuyển công tác", root))
                .isInstanceOf(GrantOutcome.Done.class);
        assertThat(rights.choices(deputy.id())).isEmpty();
    }

    @Test
    void disablingThePersonByHandTakesBackWhatWasLent() {
        lend();
        SignedIn root = folk.acting(Role.ADMINISTRATOR, ROOT);
        assertThat(mvc.post()
                        .uri("/admin/users/" + owner.accountId() + "/disable")
                        .secure(true)
                        .with(Folk.as(root))
                        .with(csrf())
                        .param("version", "1")
                        .param("reason", "kỷ luật")
                        .exchange())
                .hasRedirectedUrl("/admin/users/" + owner.accountId());
        assertThat(rights.choices(deputy.id())).isEmpty();
    }

    @Test
    void itReachesNoFurtherThanTheOrganisationsNamed() {
        SignedIn lead = folk.acting(Role.SOC_LEAD, ROOT);
        Account other = folk.person(AccountKind.BUSINESS, OTHER);
        assertThat(give(lead, other.name(), OTHER)).hasRedirectedUrl("/delegations");
        SignedIn acting = folk.acting(other, rights.choices(other.id()).getFirst());
        assertThat(acting.role()).isEqualTo(Role.SOC_LEAD);
        assertThat(acting.scope()).isEqualTo(new Scope.Organizations(organizations.subtree(OTHER)));
    }

    @Test
    void onlyOnesOwnOrganisationsAndTheirPeopleCanBeNamed() {
        Account foreign = folk.person(AccountKind.BUSINESS, OTHER);
        assertThat(give(owner, foreign.name(), OWN)).hasStatus(422).bodyText().contains("href=\"#receiver\"");
        assertThat(give(owner, "nobody-of-this-name", OWN)).hasStatus(422);
        assertThat(give(owner, deputy.name(), OTHER)).hasStatus(422).bodyText().contains("href=\"#organization\"");
        assertThat(give(owner, owner.name(), OWN)).hasStatus(422);
        Account administrator = folk.person(AccountKind.ADMINISTRATOR, OWN);
        assertThat(give(owner, administrator.name(), OWN)).hasStatus(422);
        assertThat(mvc.get()
                        .uri("/delegations")
                        .secure(true)
                        .with(Folk.as(owner))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + deputy.name() + "\"")
                .doesNotContain(foreign.name());
    }

    @Test
    void dutiesPaperAndEndAreRequiredAndTheEndHasALimit() {
        MvcTestResult bare = mvc.post()
                .uri("/delegations")
                .secure(true)
                .with(Folk.as(owner))
                .with(csrf())
                .exchange();
        assertThat(bare)
                .hasStatus(422)
                .bodyText()
                .contains("#receiver", "#organization", "#duties", "#authorization", "#lastDay");
        assertThat(give(owner, deputy.name(), OWN, LocalDate.of(2020, 1, 1))).hasStatus(422);
        assertThat(give(owner, deputy.name(), OWN, lastDay.plusYears(2)))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#lastDay\"");
        assertThat(give(owner, deputy.name(), OWN)).hasRedirectedUrl("/delegations");
        assertThat(give(owner, deputy.name(), OWN)).hasStatus(422);
    }

    @Test
    void nothingIsLentForLongerThanItIsHeld() {
        Account account = folk.person(AccountKind.BUSINESS, OWN);
        SignedIn brief = folk.acting(
                account, folk.role(account, Role.OWNER, OWN, clock.instant().plus(Duration.ofDays(2))));
        assertThat(give(brief, deputy.name(), OWN)).hasStatus(422).bodyText().contains("href=\"#lastDay\"");
    }

    @Test
    void onlyTheOneWhoLentItTakesItBack() {
        Assignment lent = lend();
        SignedIn colleague = folk.acting(Role.OWNER, OWN);
        assertThat(withdraw(colleague, lent.id(), "vì")).hasStatus(404);
        assertThat(withdraw(owner, lent.id(), "")).hasStatus(422);
        assertThat(rights.choices(deputy.id())).hasSize(1);
        assertThat(withdraw(owner, lent.id(), "xong việc")).hasRedirectedUrl("/delegations");
        assertThat(rights.choices(deputy.id())).isEmpty();
        assertThat(delegations.given(owner)).singleElement().matches(given -> !given.holds());
    }

    private Assignment lend() {
        assertThat(give(owner, deputy.name(), OWN)).hasRedirectedUrl("/delegations");
        Assignment lent = rights.choices(deputy.id()).getFirst();
        assertThat(lent.delegatedFrom()).isEqualTo(owner.assignmentId());
        assertThat(lent.duties()).isEqualTo("trực thay");
        return lent;
    }

    private ActingRights at(Instant time) {
        return new ActingRights(accounts, organizations, Clock.fixed(time, ZoneOffset.UTC));
    }

    private MvcTestResult give(SignedIn by, String receiver, String organization) {
        return give(by, receiver, organization, lastDay);
    }

    private MvcTestResult give(SignedIn by, String receiver, String organization, LocalDate until) {
        return mvc.post()
                .uri("/delegations")
                .secure(true)
                .with(Folk.as(by))
                .with(csrf())
                .param("receiver", receiver)
                .param("organization", organization)
                .param("duties", "trực thay")
                .param("authorization", "12/UQ-UBND ngày 01/11/2026")
                .param("lastDay", until.toString())
                .exchange();
    }

    private MvcTestResult withdraw(SignedIn by, long id, String reason) {
        return mvc.post()
                .uri("/delegations/" + id + "/withdraw")
                .secure(true)
                .with(Folk.as(by))
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }
}
