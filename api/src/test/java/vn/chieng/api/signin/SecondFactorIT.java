package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.signin.factors.Authenticator;
import vn.chieng.api.signin.passwords.PasswordChange;

class SecondFactorIT extends ApiServers {
    private static final Pattern SECRET = Pattern.compile("<code class=\"mono\">([A-Z2-7 ]+)</code>");
    private static final Pattern CODE = Pattern.compile("<code class=\"mono\">([a-z0-9-]{19})</code>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private PasswordChange passwords;

    @Autowired
    private SignInAdministration administration;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private People people;
    private Browser browser;
    private Authenticator authenticator;
    private List<String> recovery;

    @BeforeEach
    void fresh() {
        people = new People(accounts, passwords);
        browser = new Browser(mvc, Addresses.next());
    }

    /** Signs in, sets the factor up as the page says, and forgets the session. */
    private Account withFactor(Role role) throws Exception {
        Account account = people.add(role);
        browser.signIn(account.name(), People.PASSWORD);
        enrol();
        browser.post("/signout", Map.of());
        return account;
    }

    private void enrol() throws Exception {
        String page = browser.get("/me/second-factor").getResponse().getContentAsString(StandardCharsets.UTF_8);
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(page).contains("<svg", "viewBox=\"0 0 ", "<path class=\"qr-dark\" d=\"M");
        authenticator = new Authenticator(secret.group(1));
        assertThat(browser.post("/me/second-factor", Map.of("code", "000000"))).hasStatus(422);
        // the code of the step before, so that the one of now is still unused
        String shown = browser.post("/me/second-factor", Map.of("code", authenticator.code(now().minusSeconds(30))))
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        recovery = new ArrayList<>();
        Matcher codes = CODE.matcher(shown);
        while (codes.find()) {
            recovery.add(codes.group(1));
        }
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    }

    private static Instant now() {
        return Instant.now(java.time.Clock.systemUTC());
    }

    @Test
    void anAdministratorGetsNoFurtherThanTheEnrolmentAndThenGoesOn() throws Exception {
        Account account = people.add(Role.ADMINISTRATOR);
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.get("/me/security")).hasRedirectedUrl("/me/second-factor");
        assertThat(browser.post("/me/acting", Map.of("assignment", "1"))).hasStatus(403);
        String before = browser.session();
        enrol();
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me/security")).hasStatusOk();
        assertThat(administration.state(account.id()).secondFactor()).isTrue();
    }

    @Test
    void afterThePasswordTheCodeIsAskedForAndEachCodeCountsOnce() throws Exception {
        Account account = withFactor(Role.ANALYST);
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/signin/code");
        String code = authenticator.code(now());
        String before = browser.session();
        assertThat(browser.post("/signin/code", Map.of("code", code))).hasRedirectedUrl("/");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me/security")).hasStatusOk();

        Browser second = new Browser(mvc, Addresses.next());
        second.signIn(account.name(), People.PASSWORD);
        assertThat(second.post("/signin/code", Map.of("code", code))).hasRedirectedUrl("/signin/code?error");
        assertThat(second.get("/me/security")).hasRedirectedUrl("/signin");
    }

    @Test
    void aRecoveryCodeCountsOnce() throws Exception {
        Account account = withFactor(Role.ANALYST);
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.post(
                        "/signin/code", Map.of("code", " " + recovery.getFirst().toUpperCase(java.util.Locale.ROOT))))
                .hasRedirectedUrl("/");
        browser.post("/signout", Map.of());
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.post("/signin/code", Map.of("code", recovery.getFirst())))
                .hasRedirectedUrl("/signin/code?error");
        assertThat(browser.post("/signin/code", Map.of("code", recovery.get(1))))
                .hasRedirectedUrl("/");
    }

    @Test
    void wrongCodesLockTheAccount() throws Exception {
        Account account = withFactor(Role.ANALYST);
        browser.signIn(account.name(), People.PASSWORD);
        for (int i = 0; i < 3; i++) {
            assertThat(browser.post("/signin/code", Map.of("code", "00000" + i)))
                    .hasRedirectedUrl("/signin/code?error");
        }
        assertThat(browser.post("/signin/code", Map.of("code", authenticator.code(now()))))
                .hasStatus(429);
        assertThat(jdbc.sql("select failed_attempts from sign_in_locks where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aHalfSignedInSessionOpensNothingElse() throws Exception {
        Account account = withFactor(Role.ANALYST);
        browser.signIn(account.name(), People.PASSWORD);
        Set<String> walked = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    || !method.getBeanType().getName().startsWith("vn.chieng.")) {
                return;
            }
            mapping.getPatternValues().stream()
                    .filter(path -> !path.startsWith("/signin"))
                    .map(path -> path.replaceAll("\\{[^}]*}", "1"))
                    .forEach(path -> {
                        walked.add(path);
                        var answer = browser.get(path);
                        if (path.startsWith("/api/")) {
                            assertThat(answer).as(path).hasStatus(401);
                        } else {
                            assertThat(answer).as(path).hasRedirectedUrl("/signin");
                        }
                    });
        });
        assertThat(walked).hasSizeGreaterThan(8).contains("/", "/incidents", "/me/security", "/password");
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        Account account = people.add(Role.ANALYST);
        browser.signIn(account.name(), People.PASSWORD);
        Set<String> walked = new TreeSet<>(Set.of("/signout"));
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && method.getBeanType().getName().startsWith("vn.chieng.")) {
                mapping.getPatternValues().forEach(path -> walked.add(path.replaceAll("\\{[^}]*}", "1")));
            }
        });
        assertThat(walked).hasSizeGreaterThan(8).contains("/signin", "/signin/code", "/password", "/me/acting");
        walked.forEach(
                path -> assertThat(browser.postWithoutFormToken(path)).as(path).hasStatus(403));
        assertThat(browser.get("/me/security")).hasStatusOk();
    }

    @Test
    void turningItOffNeedsACodeAndAsksForALongerPasswordWhereTheOneOfNowLeantOnIt() throws Exception {
        Account account = withFactor(Role.ANALYST);
        browser.signIn(account.name(), People.PASSWORD);
        browser.post("/signin/code", Map.of("code", recovery.getFirst()));
        browser.post("/password", Map.of("current", People.PASSWORD, "password", "con mèo7", "repeated", "con mèo7"));
        assertThat(browser.post("/me/second-factor/off", Map.of("code", "000000")))
                .hasStatus(422);
        assertThat(browser.post("/me/second-factor/off", Map.of("code", recovery.get(1))))
                .hasStatus(303);
        assertThat(administration.state(account.id()).secondFactor()).isFalse();
        assertThat(browser.get("/me/security")).hasRedirectedUrl("/password");
    }

    @Test
    void anAdministratorTakesALostFactorAway() throws Exception {
        Account account = withFactor(Role.ANALYST);
        administration.resetSecondFactor(account.id());
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void theSecretIsNotInTheDatabaseAsItIs() throws Exception {
        Account account = withFactor(Role.ANALYST);
        byte[] kept = jdbc.sql("select secret from second_factors where account_id = ?")
                .param(account.id())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(kept).hasSize(12 + 20 + 16);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(authenticator.secret(), StandardCharsets.ISO_8859_1));
    }
}
