package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.OpenSession;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.api.signin.sessions.Sessions;

class SessionsIT extends ApiServers {
    private static final String COMMUNE = "org-21583";
    private static final Pattern LEFT = Pattern.compile("data-session-left=\"(\\d+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private PasswordChange passwords;

    @Autowired
    private ActingRights rights;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SignInAdministration administration;

    @Autowired
    private Callers callers;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private Browser browser;

    @BeforeEach
    void fresh() {
        people = new People(accounts, passwords);
        browser = browser();
    }

    private Browser browser() {
        return new Browser(mvc, Addresses.next());
    }

    private Account signedIn(Role role) {
        Account account = people.add(role);
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/");
        return account;
    }

    private void lastSeen(Account account, Duration ago) {
        jdbc.sql("update open_sessions set last_seen_at = ? where account_id = ?")
                .param(Instant.now(java.time.Clock.systemUTC()).minus(ago).atOffset(ZoneOffset.UTC))
                .param(account.id())
                .update();
    }

    private OpenSession only(Account account) {
        List<OpenSession> open = sessions.of(account.id());
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    @Test
    void aSessionEndsAfterAQuarterOfAnHourWithoutAnythingDone() {
        Account account = signedIn(Role.ANALYST);
        lastSeen(account, Duration.ofMinutes(14));
        assertThat(browser.get("/incidents")).hasStatusOk();
        assertThat(only(account).lastSeenAt())
                .isAfter(Instant.now(java.time.Clock.systemUTC()).minusSeconds(60));
        lastSeen(account, Duration.ofMinutes(15));
        assertThat(sessions.of(account.id())).isEmpty();
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin?expired");
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin");
    }

    @Test
    void anAdministratorsSessionEndsAfterFiveMinutes() {
        Account account = people.add(Role.ADMINISTRATOR);
        browser.signIn(account.name(), People.PASSWORD);
        lastSeen(account, Duration.ofMinutes(4));
        assertThat(browser.get("/me/second-factor")).hasStatusOk();
        lastSeen(account, Duration.ofMinutes(5));
        assertThat(browser.get("/me/second-factor")).hasRedirectedUrl("/signin?expired");
    }

    @Test
    void whateverThePersonDoesASessionEndsAfterTwelveHours() {
        Account account = signedIn(Role.ANALYST);
        jdbc.sql("update open_sessions set ends_at = now() where account_id = ?")
                .param(account.id())
                .update();
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin?expired");
    }

    @Test
    void whatAPageDoesByItselfKeepsNoSessionOpenAndAnExtensionDoes() {
        Account account = signedIn(Role.ANALYST);
        lastSeen(account, Duration.ofMinutes(10));
        Instant before = only(account).lastSeenAt();
        assertThat(browser.get("/me/session")).hasStatusOk().bodyText().matches("\\{\"secondsLeft\":(2[89]\\d|300)}");
        assertThat(mvc.get()
                        .uri("/incidents")
                        .secure(true)
                        .cookie(new jakarta.servlet.http.Cookie(SessionConfiguration.COOKIE, browser.session()))
                        .header("Chieng-Background", "1")
                        .exchange())
                .hasStatusOk();
        assertThat(only(account).lastSeenAt()).isEqualTo(before);
        assertThat(browser.post("/me/session", Map.of()))
                .hasStatusOk()
                .bodyText()
                .matches("\\{\"secondsLeft\":(8[89]\\d|900)}");
        assertThat(only(account).lastSeenAt()).isAfter(before);
    }

    @Test
    void aPageSaysHowLongItsSessionLasts() throws Exception {
        Account account = signedIn(Role.ANALYST);
        var left = LEFT.matcher(browser.get("/me/security").getResponse().getContentAsString());
        assertThat(left.find()).isTrue();
        assertThat(Integer.parseInt(left.group(1))).isBetween(880, 900);
        assertThat(only(account).userAgent()).isNull();
    }

    @Test
    void aPersonSeesAndEndsOwnSessionsButNobodyElses() throws Exception {
        Account account = signedIn(Role.ANALYST);
        Browser other = browser();
        other.signIn(account.name(), People.PASSWORD);
        Account stranger = people.add(Role.ANALYST);
        Browser strangers = browser();
        strangers.signIn(stranger.name(), People.PASSWORD);

        assertThat(sessions.of(account.id())).hasSize(2);
        String foreign = only(stranger).publicId();
        assertThat(browser.post("/me/security/sessions/" + foreign + "/end", Map.of()))
                .hasStatus(404);
        assertThat(browser.post("/me/security/sessions/end-others", Map.of())).hasStatus(303);
        assertThat(other.get("/incidents")).hasRedirectedUrl("/signin?expired");
        assertThat(strangers.get("/incidents")).hasStatusOk();
        String own = only(account).publicId();
        assertThat(browser.get("/me/security").getResponse().getContentAsString())
                .contains(own);
        assertThat(browser.post("/me/security/sessions/" + own + "/end", Map.of()))
                .hasStatus(303);
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin?expired");
    }

    @Test
    void anAdministratorSeesSessionsWithinTheScopeAndEndsThem() {
        Account account = signedIn(Role.ANALYST);
        String id = only(account).publicId();
        assertThat(administration.sessions(new Scope.Everything(), 1000))
                .extracting(OpenSession::publicId)
                .contains(id);
        assertThat(administration.sessions(new Scope.Organizations(java.util.Set.of(COMMUNE)), 1000))
                .extracting(OpenSession::publicId)
                .doesNotContain(id);
        assertThat(administration.endSession(id)).isTrue();
        assertThat(administration.endSession(id)).isFalse();
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin?expired");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndAResetAll() {
        Account account = signedIn(Role.ANALYST);
        Browser other = browser();
        other.signIn(account.name(), People.PASSWORD);
        String next = "Câu mới, dài hơn 3 lần?";
        browser.post("/password", Map.of("current", People.PASSWORD, "password", next, "repeated", next));
        assertThat(other.get("/incidents")).hasRedirectedUrl("/signin?expired");
        assertThat(browser.get("/incidents")).hasStatusOk();

        String oneTime = administration.resetPassword(account.id());
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/signin?expired");
        assertThat(browser.signIn(account.name(), oneTime)).hasRedirectedUrl("/");
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/password");
    }

    @Test
    void aStreamLearnsThatItsSessionIsRevoked() {
        Account account = signedIn(Role.ANALYST);
        SignedIn caller = rights.acting(account.id(), null, java.util.Set.of()).orElseThrow();
        assertThat(callers.now(caller, browser.session())).contains(caller);
        assertThat(callers.now(caller, "another")).isEmpty();
        lastSeen(account, Duration.ofMinutes(16));
        assertThat(callers.now(caller, browser.session())).isEmpty();
        lastSeen(account, Duration.ZERO);
        administration.endSessions(account.id());
        assertThat(callers.now(caller, browser.session())).isEmpty();
    }

    @Test
    void aPersonSwitchesToAnotherOwnRoleUnderANewId() throws Exception {
        Account account = people.add(Role.OWNER);
        people.also(account, Role.CONTACT, COMMUNE);
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.get("/incidents").getResponse().getContentAsString()).contains("/me/acting");
        long contact = rights.choices(account.id()).stream()
                .filter(held -> held.role() == Role.CONTACT)
                .findFirst()
                .orElseThrow()
                .id();
        String before = browser.session();
        assertThat(browser.post("/me/acting", Map.of("assignment", "999999999")))
                .hasStatus(404);
        assertThat(browser.post("/me/acting", Map.of("assignment", Long.toString(contact))))
                .hasStatus(303);
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me/acting").getResponse().getContentAsString()).contains("Đầu mối đơn vị, ");
        assertThat(only(account).role()).isEqualTo(Role.CONTACT);
        assertThat(only(account).organizationId()).isEqualTo(COMMUNE);
        assertThat(browser().with(before).get("/incidents")).hasRedirectedUrl("/signin");
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Account account = signedIn(Role.ANALYST);
        String before = browser.session();
        assertThat(browser.post("/signout", Map.of())).hasRedirectedUrl("/signin?signed-out");
        assertThat(sessions.of(account.id())).isEmpty();
        assertThat(browser().with(before).get("/incidents")).hasRedirectedUrl("/signin");
    }

    @Test
    void thePageAskedForBeforeComesAfterSigningIn() {
        Account account =
                people.add("v" + java.util.UUID.randomUUID(), Role.ANALYST, AccountKind.BUSINESS, false, false);
        assertThat(browser.get("/incidents?state=all")).hasRedirectedUrl("/signin");
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/incidents?state=all");
    }

    @Test
    void aPersonWithoutARoleIsToldSo() {
        Account account = people.add(Role.ANALYST);
        jdbc.sql("update role_assignments set withdrawn_at = now() where account_id = ?")
                .param(account.id())
                .update();
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/signin?norole");
        assertThat(browser.get("/me/security")).hasRedirectedUrl("/signin");
    }
}
