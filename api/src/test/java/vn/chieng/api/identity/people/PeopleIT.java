package vn.chieng.api.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.chieng.api.identity.Folk.OTHER;
import static vn.chieng.api.identity.Folk.OWN;
import static vn.chieng.api.identity.Folk.ROOT;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;

class PeopleIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private ActingRights rights;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectProvider<AuditHistory> history;

    private Folk folk;
    private Visitor visitor;
    private SignedIn root;
    private SignedIn local;

    @BeforeEach
    void administrators() {
        folk = new Folk(accounts, rights, Clock.systemUTC());
        visitor = new Visitor(mvc);
        root = folk.acting(Role.ADMINISTRATOR, ROOT);
        local = folk.acting(Role.ADMINISTRATOR, OWN);
    }

    @Test
    void aNewPersonsOneTimePasswordIsShownOnceAndNowhereElse() {
        String name = "u" + UUID.randomUUID();
        MvcTestResult answer = add(name, "Đặng Thị Hường", OWN, local);
        assertThat(answer).hasStatusOk().bodyText().contains("one-time-password");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        Matcher password = Pattern.compile("id=\"one-time-password\">([^<]+)<").matcher(Visitor.text(answer));
        assertThat(password.find()).isTrue();
        long id = accounts.find(name).orElseThrow().id();
        assertThat(visitor.get("/admin/users/" + id, local))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(password.group(1))
                .contains("Đặng Thị Hường");
        MvcTestResult reset = visitor.post("/admin/users/" + id + "/password", local);
        assertThat(reset).hasStatusOk().bodyText().contains("one-time-password");
        assertThat(jdbc.sql("select count(*) from accounts where disabled_reason = ? or display_name = ?")
                        .param(password.group(1))
                        .param(password.group(1))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aTakenNameAndAForeignOrganisationAreFieldErrors() {
        String name = "u" + UUID.randomUUID();
        add(name, "An", OWN, local);
        assertThat(add(name, "An", OWN, local)).hasStatus(422).bodyText().contains("href=\"#name\"");
        assertThat(add("v" + UUID.randomUUID(), "An", OTHER, local))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#organization\"");
        assertThat(add("v" + UUID.randomUUID(), "x".repeat(10_000), OWN, local))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#displayName\"");
    }

    @Test
    void foreignPeopleLookLikeNone() {
        Account foreign = folk.person(AccountKind.BUSINESS, OTHER);
        Assignment held = folk.role(foreign, Role.OWNER, OTHER);
        String path = "/admin/users/" + foreign.id();
        assertThat(visitor.get(path, local)).hasStatus(404);
        assertThat(visitor.get(path + "/edit", local)).hasStatus(404);
        for (String action : new String[] {"/disable", "/enable"}) {
            assertThat(visitor.post(path + action, local, "version", "1", "reason", "vì"))
                    .hasStatus(404);
        }
        for (String action : new String[] {"/password", "/unlock", "/second-factor", "/sessions/end"}) {
            assertThat(visitor.post(path + action, local)).hasStatus(404);
        }
        assertThat(visitor.post(path + "/roles", local, "role", "OWNER", "organization", OWN))
                .hasStatus(404);
        assertThat(visitor.post(path + "/roles/" + held.id() + "/withdraw", local, "reason", "vì"))
                .hasStatus(404);
        assertThat(visitor.post(
                        path,
                        local,
                        "version",
                        "1",
                        "displayName",
                        "Khác",
                        "kind",
                        "business",
                        "organization",
                        OWN,
                        "language",
                        "vi"))
                .hasStatus(404);
        assertThat(visitor.get("/admin/users?q=" + foreign.name(), local))
                .bodyText()
                .doesNotContain("/admin/users/" + foreign.id() + "\"");
        assertThat(visitor.get("/api/v1/accounts/" + foreign.id(), local)).hasStatus(404);
        assertThat(visitor.get("/api/v1/accounts/" + foreign.id() + "/assignments", local))
                .hasStatus(404);
        assertThat(visitor.get("/api/v1/accounts?q=" + foreign.name(), local))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(visitor.get("/api/v1/accounts?q=" + foreign.name(), root))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(visitor.get(path, root)).hasStatusOk();
    }

    @Test
    void whoHoldsARoleHereAndAnotherElsewhereIsSeenHereWithoutTheOther() {
        Account both = folk.person(AccountKind.BUSINESS, OTHER);
        folk.role(both, Role.LEADER, OTHER);
        Assignment here = folk.role(both, Role.CONTACT, OWN);
        String path = "/admin/users/" + both.id();
        assertThat(visitor.get("/api/v1/accounts/" + both.id() + "/assignments", local))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(visitor.get(path, local)).hasStatusOk().bodyText().doesNotContain("Lãnh đạo</span>");
        // nor may a part's administrator get hold of the rest by a new password
        assertThat(visitor.post(path + "/password", local)).hasStatus(409);
        assertThat(visitor.post(path + "/disable", local, "version", "1", "reason", "vì"))
                .hasStatus(409);
        assertThat(accounts.find(both.id()).orElseThrow().disabled()).isFalse();
        assertThat(visitor.post(path + "/roles/" + here.id() + "/withdraw", local, "reason", "chuyển công tác"))
                .hasRedirectedUrl(path);
        assertThat(rights.choices(both.id())).extracting(Assignment::role).containsExactly(Role.LEADER);
    }

    @Test
    void aRoleCountsFromTheNextRequestOnAndEndsWithItsLastDay() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        String path = "/admin/users/" + person.id();
        assertThat(rights.choices(person.id())).isEmpty();
        assertThat(visitor.post(path + "/roles", local, "role", "OWNER", "organization", OWN, "lastDay", "2999-12-31"))
                .hasRedirectedUrl(path);
        Assignment made = rights.choices(person.id()).getFirst();
        assertThat(made.endsAt()).isEqualTo("2999-12-31T17:00:00Z");
        assertThat(visitor.get(path, local)).bodyText().contains("31/12/2999");
        assertThat(visitor.post(path + "/roles", local, "role", "OWNER", "organization", OWN))
                .hasStatus(409);
        assertThat(visitor.post(
                        path + "/roles", local, "role", "OPERATOR", "organization", OWN, "lastDay", "2001-01-01"))
                .hasStatus(409);
        assertThat(visitor.post(path + "/roles", local, "role", "OPERATOR", "organization", OWN, "lastDay", "mai"))
                .hasStatus(422);
        assertThat(visitor.post(path + "/roles", local, "role", "ANALYST", "organization", OWN))
                .hasStatus(409);
        assertThat(visitor.post(path + "/roles", local, "role", "ADMINISTRATOR", "organization", OWN))
                .hasStatus(409);
        assertThat(visitor.post(path + "/roles/" + made.id() + "/withdraw", local))
                .hasStatus(422);
        assertThat(rights.choices(person.id())).hasSize(1);
        assertThat(visitor.post(path + "/roles/" + made.id() + "/withdraw", local, "reason", "thôi việc"))
                .hasRedirectedUrl(path);
        assertThat(rights.choices(person.id())).isEmpty();
        assertThat(jdbc.sql("select withdrawn_reason from role_assignments where id = ?")
                        .param(made.id())
                        .query(String.class)
                        .single())
                .isEqualTo("thôi việc");
    }

    @Test
    void aRoleThatHasEndedCanBeGivenAnew() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        folk.role(person, Role.OWNER, OWN, java.time.Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(rights.choices(person.id())).isEmpty();
        assertThat(visitor.post("/admin/users/" + person.id() + "/roles", local, "role", "OWNER", "organization", OWN))
                .hasRedirectedUrl("/admin/users/" + person.id());
        assertThat(rights.choices(person.id())).hasSize(1);
    }

    @Test
    void nobodyTouchesOneself() {
        String path = "/admin/users/" + root.accountId();
        assertThat(visitor.post(path + "/disable", root, "version", "1", "reason", "vì"))
                .hasStatus(409);
        assertThat(visitor.post(path + "/roles", root, "role", "ADMINISTRATOR", "organization", OWN))
                .hasStatus(409);
        assertThat(visitor.post(path + "/roles/" + root.assignmentId() + "/withdraw", root, "reason", "vì"))
                .hasStatus(409);
        assertThat(visitor.post(path + "/password", root)).hasStatus(409);
        assertThat(visitor.post(path + "/second-factor", root)).hasStatus(409);
    }

    @Test
    void twoAdministratorsWhoEditTheSamePersonSeeBothValues() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        String path = "/admin/users/" + person.id();
        assertThat(change(person, 1, "Trần Thị Một", root)).hasRedirectedUrl(path);
        MvcTestResult late = change(person, 1, "Trần Thị Hai", local);
        assertThat(late).hasStatus(409).bodyText().contains("Trần Thị Một").contains("Trần Thị Hai");
        assertThat(accounts.find(person.id()).orElseThrow().displayName()).isEqualTo("Trần Thị Một");
        assertThat(late).bodyText().contains("name=\"version\" value=\"2\"");
        assertThat(change(person, 2, "Trần Thị Hai", local)).hasRedirectedUrl(path);
    }

    @Test
    void aDisabledPersonIsOutUntilAnAdministratorEnablesThemWithAReason() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        Assignment held = folk.role(person, Role.OWNER, OWN);
        String path = "/admin/users/" + person.id();
        assertThat(visitor.post(path + "/disable", local, "version", "1")).hasStatus(422);
        assertThat(visitor.post(path + "/disable", local, "version", "1", "reason", "nghỉ <b>phép</b>"))
                .hasRedirectedUrl(path);
        assertThat(rights.acting(person.id(), held.id(), java.util.Set.of())).isEmpty();
        assertThat(visitor.get(path, local)).bodyText().contains("nghỉ &lt;b&gt;phép&lt;/b&gt;");
        assertThat(visitor.post(path + "/enable", local, "version", "2")).hasStatus(422);
        assertThat(visitor.post(path + "/enable", local, "version", "2", "reason", "đi làm lại"))
                .hasRedirectedUrl(path);
        assertThat(rights.acting(person.id(), held.id(), java.util.Set.of())).isPresent();
    }

    @Test
    void thePageTellsWhatWasDoneToThePersonByWhomAndWhy() {
        assumeThat(history.getIfAvailable()).as("the audit log can be read").isNotNull();
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        String path = "/admin/users/" + person.id();
        visitor.post(path + "/roles", local, "role", "OWNER", "organization", OWN);
        visitor.post(path + "/disable", local, "version", "1", "reason", "nghỉ <i>dài</i>");
        assertThat(visitor.get(path, local))
                .bodyText()
                .contains("Vô hiệu hóa tài khoản")
                .contains("Giao vai trò")
                .contains("nghỉ &lt;i&gt;dài&lt;/i&gt;");
    }

    private MvcTestResult add(String name, String displayName, String organization, SignedIn by) {
        return visitor.post(
                "/admin/users",
                by,
                "name",
                name,
                "displayName",
                displayName,
                "kind",
                "business",
                "organization",
                organization,
                "language",
                "vi");
    }

    private MvcTestResult change(Account person, int version, String displayName, SignedIn by) {
        return visitor.post(
                "/admin/users/" + person.id(),
                by,
                "version",
                Integer.toString(version),
                "displayName",
                displayName,
                "kind",
                "business",
                "organization",
                OWN,
                "language",
                "vi");
    }
}
