package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;

class SignInIT extends ApiServers {
    private static final String ROOT = "org-tinh-gia-lai";
    private static final String PASSWORD = "một câu dài và dễ nhớ";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private CredentialStore credentials;

    @Autowired
    private TokenStore tokens;

    @Autowired
    private PrivateFiles files;

    private final String name = "u" + UUID.randomUUID();

    @Test
    void theFirstStartLeavesAOneTimePasswordThatOnlyItsOwnerMayRead() throws Exception {
        assertThat(Files.getPosixFilePermissions(files.path(FirstAccounts.FIRST_PASSWORD)))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Files.readString(files.path(FirstAccounts.FIRST_PASSWORD)).strip())
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(credentials
                        .find(accounts.find("admin").orElseThrow().id())
                        .orElseThrow()
                        .mustChangePassword())
                .isTrue();
    }

    @Test
    void anAccountIsLockedAfterFiveWrongTriesAlsoForTheRightPassword() {
        add(false);
        assertThat(signIn(PASSWORD, null)).hasRedirectedUrl("/");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wrong", null)).hasRedirectedUrl("/signin?error");
        }
        assertThat(signIn(PASSWORD, null)).hasRedirectedUrl("/signin?error");
    }

    @Test
    void signingInChangesTheSessionAndNeedsTheFormsToken() {
        add(false);
        var session = new MockHttpSession();
        String before = session.getId();
        assertThat(signIn(PASSWORD, session)).hasRedirectedUrl("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(mvc.post()
                        .uri("/signin")
                        .secure(true)
                        .param("username", name)
                        .param("password", PASSWORD)
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void whoHoldsAOneTimePasswordGetsNoFurther() {
        add(true);
        var session = new MockHttpSession();
        signIn(PASSWORD, session);
        assertThat(mvc.get().uri("/incidents").secure(true).session(session).exchange())
                .hasRedirectedUrl("/password");
        assertThat(mvc.get()
                        .uri("/api/v1/incidents")
                        .secure(true)
                        .session(session)
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/password")
                        .secure(true)
                        .session(session)
                        .with(csrf())
                        .param("current", PASSWORD)
                        .param("password", "short")
                        .param("repeated", "other")
                        .exchange())
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/password")
                        .secure(true)
                        .session(session)
                        .with(csrf())
                        .param("current", PASSWORD)
                        .param("password", PASSWORD + " mới")
                        .param("repeated", PASSWORD + " mới")
                        .exchange())
                .hasStatus(303);
        assertThat(mvc.get().uri("/incidents").secure(true).session(session).exchange())
                .hasStatusOk();
    }

    @Test
    void aTokenCountsUntilItRunsOut() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        tokens.put(name, Secrets.sha256("good" + name), Role.ANALYST, ROOT, now, Instant.parse("2999-01-01T00:00:00Z"));
        tokens.put(name + "old", Secrets.sha256("old" + name), Role.ANALYST, ROOT, now, now.plusSeconds(1));
        assertThat(withToken("good" + name)).hasStatusOk();
        assertThat(withToken("old" + name)).hasStatus(401);
        assertThat(withToken("unknown")).hasStatus(401);
    }

    private MvcTestResult withToken(String token) {
        return mvc.get()
                .uri("/api/v1/incidents")
                .secure(true)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult signIn(String password, @org.jspecify.annotations.Nullable MockHttpSession session) {
        var request = mvc.post().uri("/signin").secure(true).with(csrf());
        if (session != null) {
            request = request.session(session);
        }
        return request.param("username", name).param("password", password).exchange();
    }

    private void add(boolean mustChange) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Account account = accounts.add(
                        new Account.Draft(name, "Người Thử", AccountKind.BUSINESS, null, null, ROOT, "vi", false), now)
                .orElseThrow();
        accounts.grant(new Assignment.Draft(account.id(), Role.ANALYST, ROOT, null, null), now);
        credentials.setPassword(account.id(), passwords.hash(PASSWORD), mustChange);
    }
}
