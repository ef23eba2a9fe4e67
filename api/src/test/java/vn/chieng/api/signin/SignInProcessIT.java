package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.testbed.IdentityProvider;
import vn.chieng.testbed.Ports;

/** Sign-in over real connections: TLS, cookies, a real identity provider, a database that goes away, a restart. */
class SignInProcessIT {
    private static final String SECRET = "a secret of both";

    @TempDir
    private static Path folder;

    private static IdentityProvider provider;
    private static RunningApi api;

    private final HttpBrowser browser = new HttpBrowser(api.address());

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = Ports.free(2, new Random());
        URI client = URI.create("https://127.0.0.1:" + ports.get(0));
        provider = IdentityProvider.start(folder.resolve("provider"), ports.get(1), SECRET, client);
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        String oidc = "--chieng.api.signin.oidc.";
        api = new RunningApi(
                folder.resolve("home"),
                ports.get(0),
                List.of(
                        oidc + "issuer=" + provider.issuer(),
                        oidc + "client-id=" + IdentityProvider.CLIENT_ID,
                        oidc + "client-secret-file=" + secret,
                        oidc + "name=SSO tỉnh",
                        oidc + "second-factor-amr=otp"));
        add("an", Role.ANALYST);
        add("binh", Role.ADMINISTRATOR);
        add("cuong", Role.ANALYST);
        add("dung", Role.ANALYST);
    }

    @AfterAll
    static void stop() throws Exception {
        if (api != null) {
            api.close();
        }
        if (provider != null) {
            provider.stop();
        }
    }

    private static Account add(String name, Role role) {
        return people().add(name, role, AccountKind.BUSINESS, false, false);
    }

    private static People people() {
        return new People(api.bean(AccountStore.class), api.bean(PasswordChange.class));
    }

    private static void disable(String name, boolean disabled) {
        api.bean(JdbcClient.class)
                .sql("update accounts set disabled = ? where name = ?")
                .param(disabled)
                .param(name)
                .update();
    }

    private HttpResponse<String> comeThroughTheProvider(String name) throws Exception {
        HttpResponse<String> form = browser.follow(browser.get("/signin/provider"));
        assertThat(form.uri().toString()).startsWith(provider.issuer() + "/login");
        HttpResponse<String> answer = browser.submit(
                form.uri().toString(),
                provider.issuer() + "/login",
                Map.of("username", name, "password", IdentityProvider.PASSWORD));
        return browser.follow(answer);
    }

    @Test
    void aPersonComesThroughTheProviderAndIsKnownByTheSubjectFromThenOn() throws Exception {
        assertThat(browser.get("/signin").body()).contains("SSO tỉnh");
        HttpResponse<String> start = browser.get("/signin/provider/start/provider");
        assertThat(HttpBrowser.location(start))
                .contains("code_challenge_method=S256", "state=", "nonce=", "response_type=code");
        HttpResponse<String> page = comeThroughTheProvider("an");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/incidents");

        browser.forgetEverything();
        // the same subject under a name that no account has
        assertThat(comeThroughTheProvider("an.renamed").uri().getPath()).isEqualTo("/incidents");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(200);

        HttpResponse<String> out = browser.submit("/me/security", "/signout", Map.of());
        assertThat(HttpBrowser.location(out)).endsWith("/signin/leaving");
        assertThat(browser.get("/signin/leaving").body())
                .contains(provider.issuer() + "/connect/logout?id_token_hint=");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(302);
    }

    @Test
    void strangersDisabledPeopleAndOthersSubjectsAreTurnedAway() throws Exception {
        assertThat(comeThroughTheProvider("nobody").uri()).hasQuery("stranger");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(302);

        browser.forgetEverything();
        disable("dung", true);
        assertThat(comeThroughTheProvider("dung").uri()).hasQuery("stranger");
        disable("dung", false);
        browser.forgetEverything();
        assertThat(comeThroughTheProvider("dung").uri().getPath()).isEqualTo("/incidents");
        // once linked, a disabled account stays out as well
        disable("dung", true);
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(302);
        browser.forgetEverything();
        assertThat(comeThroughTheProvider("dung").uri()).hasQuery("stranger");
    }

    @Test
    void aCallbackWithoutItsStateOrWithAnotherNonceSignsNobodyIn() throws Exception {
        browser.get("/signin/provider/start/provider");
        assertThat(browser.follow(browser.get("/signin/provider/callback?code=x&state=y"))
                        .uri())
                .hasQuery("provider-failed");
        browser.forgetEverything();
        assertThat(comeThroughTheProvider("an.nonce").uri()).hasQuery("provider-failed");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(302);
    }

    @Test
    void anAdministratorNeedsOurCodeUnlessTheProviderHasCheckedOne() throws Exception {
        assertThat(comeThroughTheProvider("binh").uri().getPath()).isEqualTo("/me/second-factor");
        browser.forgetEverything();
        assertThat(comeThroughTheProvider("binh.mfa").uri().getPath()).isNotEqualTo("/me/second-factor");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(200);
    }

    @Test
    void withTheProviderDownItsButtonSaysSoAndThePasswordStillWorks() throws Exception {
        // the process has not asked the provider since its start
        provider.kill();
        try {
            api.restart();
            HttpResponse<String> page = browser.follow(browser.get("/signin/provider"));
            assertThat(page.uri()).hasQuery("provider-down");
            assertThat(page.body()).contains("không trả lời");
            assertThat(HttpBrowser.location(signIn("cuong"))).endsWith("/");
            assertThat(browser.get("/me/security").statusCode()).isEqualTo(200);
        } finally {
            provider.restart();
        }
        browser.forgetEverything();
        assertThat(comeThroughTheProvider("cuong").uri().getPath()).isEqualTo("/incidents");
    }

    private HttpResponse<String> signIn(String name) throws Exception {
        return browser.submit("/signin", "/signin", Map.of("username", name, "password", People.PASSWORD));
    }

    @Test
    void aSessionSurvivesARestart() throws Exception {
        signIn("cuong");
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(200);
        api.restart();
        assertThat(browser.get("/me/security").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheDatabaseEveryPageSaysSoAndComesBack() throws Exception {
        signIn("cuong");
        api.database().cut();
        try {
            for (String path : List.of("/signin", "/me/security", "/incidents", "/")) {
                HttpResponse<String> answer = browser.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).contains("10");
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .isPresent();
                assertThat(answer.body()).as(path).contains("<main").doesNotContain("Exception");
            }
            HttpResponse<String> stranger = new HttpBrowser(api.address()).get("/signin");
            assertThat(stranger.statusCode()).isEqualTo(503);
            assertThat(stranger.body()).contains("<main").doesNotContain("Exception");
            assertThat(browser.get("/css/console.css").statusCode()).isEqualTo(200);
        } finally {
            api.database().mend();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(browser.get("/me/security").statusCode()).isEqualTo(200));
    }

    @Test
    void theCookieIsForThisHostOverTlsOnlyAndEveryAnswerForbidsTheSame() throws Exception {
        HttpResponse<String> page = browser.get("/signin");
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-chieng="))
                .singleElement()
                .asString()
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain=", "Max-Age", "Expires");
        for (String path : List.of("/signin", "/css/console.css", "/nothing-here", "/error", "/me/security")) {
            assertThat(browser.get(path).headers().map().keySet())
                    .as(path)
                    .contains(
                            "content-security-policy",
                            "x-content-type-options",
                            "x-frame-options",
                            "referrer-policy",
                            "cross-origin-opener-policy",
                            "permissions-policy");
        }
    }
}
