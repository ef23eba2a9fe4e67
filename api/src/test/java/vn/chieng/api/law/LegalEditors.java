package vn.chieng.api.law;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** Two legal editors at the pages of the law; what they changed is forgotten after each test. */
abstract class LegalEditors extends ApiServers {
    static final SignedIn AUTHOR = editor(7001, "Trần Thị Soạn");
    static final SignedIn SECOND = editor(7002, "Lê Văn Duyệt");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LoadedLaw law;

    @Autowired
    StoredLaw stored;

    @Autowired
    JdbcClient jdbc;

    private static SignedIn editor(long account, String name) {
        return new SignedIn(
                account,
                "editor" + account,
                name,
                Role.LEGAL_EDITOR,
                0,
                null,
                new Scope.Everything(),
                Role.LEGAL_EDITOR.permissions(),
                "vi",
                Set.of());
    }

    /** Other tests of the shared context go on with the law that ships. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from law_packs").update();
        jdbc.sql("delete from law_drafts where pack like 'IT-%'").update();
        jdbc.sql("delete from law_calendars").update();
        law.refresh(stored);
    }

    int send(SignedIn by, String address, String version, String... parameters) {
        var request =
                mvc.post().uri(address).secure(true).with(as(by)).with(csrf()).param("version", version);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    MvcTestResult get(SignedIn by, String address) {
        return mvc.get().uri(URI.create(address)).secure(true).with(as(by)).exchange();
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
