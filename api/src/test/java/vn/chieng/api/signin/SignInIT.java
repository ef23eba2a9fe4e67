package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.signin.attempts.Locks;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.tokens.TokenStore;

class SignInIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private PasswordChange passwords;

    @Autowired
    private CredentialStore credentials;

    @Autowired
    private TokenStore tokens;

    @Autowired
    private PrivateFiles files;

    @Autowired
    private SignInAdministration administration;

    @Autowired
    private Locks locks;

    private People people;
    private Browser browser;

    @BeforeEach
    void fresh() {
        people = new People(accounts, passwords);
        browser = new Browser(mvc, Addresses.next());
    }

    @Test
    void theFirstStartLeavesAOneTimePasswordThatOnlyItsOwnerMayRead() throws Exception {
        assertThat(Files.getPosixFilePermissions(files.path(FirstAccounts.FIRST_PASSWORD)))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Files.readString(files.path(FirstAccounts.FIRST_PASSWORD)).strip())
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(credentials
                        .find(accounts.find("admin").orElseThrow().id())
                        .orElseThrow()
                        .mustChange())
                .isTrue();
    }

    @Test
    void wrongTriesSlowDownAndThenLockAlsoForTheRightPasswordUntilAnAdministratorUnlocks() {
        Account account = people.add(Role.ANALYST);
        assertThat(browser.signIn(account.name(), "wrong 1")).hasRedirectedUrl("/signin?error");
        assertThat(browser.signIn(account.name(), "wrong 2")).hasRedirectedUrl("/signin?error");
        assertThat(browser.signIn(account.name(), "wrong 3")).hasRedirectedUrl("/signin?error");
        MvcTestResult tooSoon = browser.signIn(account.name(), People.PASSWORD);
        assertThat(tooSoon).hasStatus(429).headers().hasValue(HttpHeaders.RETRY_AFTER, "1");
        for (int i = 4; i <= 5; i++) {
            refusedOnceThePauseIsOver(account, "wrong " + i);
        }
        assertThat(administration.state(account.id()).locked()).isTrue();
        refusedOnceThePauseIsOver(account, People.PASSWORD);
        administration.unlock(account.id());
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/");
    }

    private void refusedOnceThePauseIsOver(Account account, String password) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(browser.signIn(account.name(), password)).hasRedirectedUrl("/signin?error"));
    }

    @Test
    void anUnknownNameIsSlowedLikeAKnownOne() {
        String nobody = "nobody" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            assertThat(browser.signIn(nobody, "wrong")).hasRedirectedUrl("/signin?error");
        }
        assertThat(browser.signIn(nobody, "wrong")).hasStatus(429);
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowed() {
        for (int i = 0; i < 21; i++) {
            assertThat(browser.signIn("nobody" + UUID.randomUUID(), "wrong")).hasRedirectedUrl("/signin?error");
        }
        assertThat(browser.signIn(people.add(Role.ANALYST).name(), People.PASSWORD))
                .hasStatus(429);
    }

    @Test
    void manyTriesAtOnceLockOnceAndARightOneAmongThemComesTooLate() throws Exception {
        Account account = people.add(Role.ANALYST);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries = Collections.nCopies(30, () -> locks.failed(account));
            long locked = 0;
            for (Future<Boolean> each : threads.invokeAll(tries)) {
                locked += each.get() ? 1 : 0;
            }
            assertThat(locked).isEqualTo(1);
        }
        assertThat(locks.succeeded(account.id())).isFalse();
        assertThat(locks.until(account.id()).orElseThrow())
                .isAfter(Instant.now(java.time.Clock.systemUTC()).plus(Duration.ofHours(11)));
    }

    @Test
    void theAccountForEmergenciesIsNeverLockedFromOutside() {
        Account account = people.add("e" + UUID.randomUUID(), Role.ANALYST, AccountKind.BUSINESS, false, true);
        for (int i = 0; i < 20; i++) {
            assertThat(locks.failed(account)).isFalse();
        }
        assertThat(administration.state(account.id()).locked()).isFalse();
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void signingInChangesTheSessionAndNeedsTheFormsToken() {
        Account account = people.add(Role.ANALYST);
        browser.get("/signin");
        String before = browser.session();
        assertThat(before).isNotEmpty();
        assertThat(browser.signIn(account.name(), People.PASSWORD)).hasRedirectedUrl("/");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(new Browser(mvc, Addresses.next()).with(before).get("/me/security"))
                .hasRedirectedUrl("/signin");
        assertThat(new Browser(mvc, Addresses.next()).postWithoutFormToken("/signin"))
                .hasStatus(403);
    }

    @Test
    void whoHoldsAOneTimePasswordGetsNoFurther() {
        Account account = people.add(Role.ANALYST, AccountKind.BUSINESS, true);
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/password");
        assertThat(browser.get("/api/v1/incidents")).hasStatus(403);
        assertThat(browser.post(
                        "/password", Map.of("current", People.PASSWORD, "password", "short", "repeated", "other")))
                .hasStatus(422);
        String next = "Câu mới, dài hơn 3 lần?";
        String before = browser.session();
        assertThat(browser.post("/password", Map.of("current", People.PASSWORD, "password", next, "repeated", next)))
                .hasStatus(303);
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/incidents")).hasStatusOk();
        assertThat(browser.post(
                        "/password", Map.of("current", next, "password", People.PASSWORD, "repeated", People.PASSWORD)))
                .hasStatus(422)
                .bodyText()
                .contains("đã được dùng trước đây");
    }

    @Test
    void anAdministratorsPasswordOfTwoMonthsAgoMustBeReplaced() {
        Account account = people.add(Role.ADMINISTRATOR);
        var old = credentials.find(account.id()).orElseThrow();
        credentials.put(new vn.chieng.api.signin.passwords.Credentials(
                old.accountId(), old.passwordHash(), false, old.setAt().minus(Duration.ofDays(61)), true));
        browser.signIn(account.name(), People.PASSWORD);
        assertThat(browser.get("/incidents")).hasRedirectedUrl("/password");
    }

    @Test
    void aTokenCountsUntilItRunsOut() {
        String name = "t" + UUID.randomUUID();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        tokens.put(draft(name, now, Instant.parse("2999-01-01T00:00:00Z")), Secrets.sha256("good" + name));
        tokens.put(draft(name + "old", now, now.plusSeconds(1)), Secrets.sha256("old" + name));
        assertThat(withToken("good" + name)).hasStatusOk();
        assertThat(withToken("old" + name)).hasStatus(401);
        assertThat(withToken("unknown")).hasStatus(401);
    }

    private static TokenStore.Draft draft(String name, Instant from, Instant to) {
        return new TokenStore.Draft(name, Role.ANALYST, People.ROOT, null, from, to);
    }

    private MvcTestResult withToken(String token) {
        return mvc.get()
                .uri("/api/v1/incidents")
                .secure(true)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
