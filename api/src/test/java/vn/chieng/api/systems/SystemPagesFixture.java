package vn.chieng.api.systems;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.levels.PackWatch;

/** What tests of the pages of systems share: who asks, and how. */
abstract class SystemPagesFixture extends ApiServers {
    static final Scope HEALTH = new Scope.Organizations(Set.of("org-so-y-te"));
    static final SignedIn OWNER = caller(Role.OWNER, HEALTH);

    static final Map<String, String> ADDRESSES = Map.of("version", "1", "addresses", "Web01.so.vn; chính\n10.1.0.0/16");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SystemRegister register;

    @Autowired
    SystemStore store;

    @Autowired
    DutyStore duties;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PackWatch watch;

    @Autowired
    JdbcClient jdbc;

    RegisteredSystem kept(SystemAnswers answers) {
        RegisteredSystem plain = SampleSystems.of(
                store.nextCode(), "Hệ thống " + UUID.randomUUID().toString().substring(0, 8), "org-so-y-te");
        RegisteredSystem system = plain.with(answers);
        store.add(system);
        return system;
    }

    MockHttpServletResponse get(String address) {
        return mvc.get().uri(address).secure(true).with(as(OWNER)).exchange().getResponse();
    }

    MockHttpServletResponse post(String address, Map<String, String> form) {
        var values = new LinkedMultiValueMap<String, String>();
        form.forEach(values::add);
        return mvc.post()
                .uri(address)
                .secure(true)
                .with(as(OWNER))
                .with(csrf())
                .params(values)
                .exchange()
                .getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    RegisteredSystem now(RegisteredSystem system) {
        return register.find(system.id(), new Scope.Everything()).orElseThrow();
    }

    /** Uploads, applies what can be, and gives the last page. */
    String applied(String file) {
        return applied("ht.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    String applied(String name, byte[] file) {
        String job = String.valueOf(mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                .uri("/systems/imports")
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        await().until(() -> !text(ofHealth(job)).contains("Đang đọc"));
        mvc.post()
                .uri(job + "/apply")
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .with(csrf())
                .exchange();
        await().until(() -> !text(ofHealth(job)).contains("Đang áp dụng"));
        return text(ofHealth(job));
    }

    static final SignedIn OWNER_OF_HEALTH = new SignedIn(
            0, "test", "Người Thử", Role.OWNER, 0, "org-so-y-te", HEALTH, Role.OWNER.permissions(), "vi", Set.of());

    MockHttpServletResponse ofHealth(String address) {
        return mvc.get()
                .uri(address)
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .exchange()
                .getResponse();
    }
}
