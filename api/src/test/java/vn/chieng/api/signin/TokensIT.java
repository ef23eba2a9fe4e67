package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.OpenToken;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.signin.passwords.PasswordChange;

class TokensIT extends ApiServers {
    private static final Pattern SECRET = Pattern.compile("chieng_[\\w-]{43}");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private PasswordChange passwords;

    @Autowired
    private ActingRights rights;

    @Autowired
    private SignInAdministration administration;

    @Autowired
    private JdbcClient jdbc;

    private Account account;
    private String assignment;
    private Browser browser;

    @BeforeEach
    void signedIn() {
        account = new People(accounts, passwords).add(Role.ANALYST);
        assignment = Long.toString(rights.choices(account.id()).getFirst().id());
        browser = new Browser(mvc, Addresses.next());
        browser.signIn(account.name(), People.PASSWORD);
    }

    private String make(Map<String, String> form) throws Exception {
        MvcTestResult answer = browser.post("/me/security/tokens", form);
        assertThat(answer).hasStatusOk();
        Matcher secret = SECRET.matcher(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private MvcTestResult with(String token, String path) {
        return mvc.get()
                .uri(path)
                .secure(true)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    @Test
    void aTokenIsShownOnceActsForItsPersonAndNotesItsUse() throws Exception {
        String token = make(Map.of("name", "báo cáo", "assignment", assignment, "days", "30"));
        assertThat(administration.tokens(account.id()))
                .singleElement()
                .extracting(OpenToken::lastUsedAt)
                .isNull();
        assertThat(with(token, "/api/v1/incidents")).hasStatusOk();
        assertThat(administration.tokens(account.id()))
                .singleElement()
                .extracting(OpenToken::lastUsedAt)
                .isNotNull();
        assertThat(browser.get("/me/security").getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("báo cáo")
                .doesNotContain(token);
    }

    @Test
    void aTokenWithFewerPermissionsMayDoNoMoreThanThose() throws Exception {
        String token =
                make(Map.of("name", "đếm", "assignment", assignment, "days", "30", "permissions", "INCIDENTS_COUNT"));
        assertThat(with(token, "/api/v1/incidents")).hasStatus(403);
        assertThat(with(token, "/me/security")).hasStatus(403);
    }

    @Test
    void aTokenIsWorthNothingOnceItsPersonLosesTheRoleOrIsDisabled() throws Exception {
        String token = make(Map.of("name", "a", "assignment", assignment, "days", "30"));
        assertThat(with(token, "/api/v1/incidents")).hasStatusOk();
        jdbc.sql("update accounts set disabled = true where id = ?")
                .param(account.id())
                .update();
        assertThat(with(token, "/api/v1/incidents")).hasStatus(401);
        jdbc.sql("update accounts set disabled = false where id = ?")
                .param(account.id())
                .update();
        assertThat(with(token, "/api/v1/incidents")).hasStatusOk();
        jdbc.sql("update role_assignments set withdrawn_at = now() where account_id = ?")
                .param(account.id())
                .update();
        assertThat(with(token, "/api/v1/incidents")).hasStatus(401);
    }

    @Test
    void aWithdrawnTokenIsGoneAndNobodyElsesCanBeWithdrawn() throws Exception {
        String token = make(Map.of("name", "a", "assignment", assignment, "days", "30"));
        long id = administration.tokens(account.id()).getFirst().id();
        Account stranger = new People(accounts, passwords).add(Role.ANALYST);
        Browser strangers = new Browser(mvc, Addresses.next());
        strangers.signIn(stranger.name(), People.PASSWORD);
        assertThat(strangers.post("/me/security/tokens/" + id + "/withdraw", Map.of()))
                .hasStatus(404);
        assertThat(with(token, "/api/v1/incidents")).hasStatusOk();
        assertThat(browser.post("/me/security/tokens/" + id + "/withdraw", Map.of()))
                .hasStatus(303);
        assertThat(with(token, "/api/v1/incidents")).hasStatus(401);
    }

    @Test
    void noTokenLastsLongerThanAYearOrCarriesAnothersRole() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("name", "a", "assignment", assignment, "days", "366"),
                Map.of("name", "a", "assignment", assignment, "days", "0"),
                Map.of("name", " ", "assignment", assignment, "days", "30"),
                Map.of("name", "a", "assignment", "999999999", "days", "30"))) {
            assertThat(browser.post("/me/security/tokens", wrong)).hasStatus(422);
        }
        assertThat(browser.post("/me/security/tokens", Map.of("name", "a", "assignment", assignment, "days", "365")))
                .hasStatusOk();
        assertThat(browser.post("/me/security/tokens", Map.of("name", "a", "assignment", assignment, "days", "365")))
                .hasStatus(422);
        assertThat(browser.get("/me/security/tokens/new")).hasStatusOk();
    }
}
