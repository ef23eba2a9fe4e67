package vn.chieng.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Signals;
import vn.chieng.event.Level;

/** The locker of an incident, from the upload to the encrypted copy. */
class LockerIT extends ApiServers {
    private static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());

    @Autowired
    private IncidentStore incidents;

    @Autowired
    private LockerStore locker;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theLockerKeepsAFileWithItsChainAndTheLogLinesWithTheirIds() {
        long id = incident();
        String uri = "/incidents/" + id + "/locker";
        var file = new MockMultipartFile("file", "../dump.log", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri(uri)
                        .multipart()
                        .file(file)
                        .param("reason", "nguồn")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(uri)
                        .multipart()
                        .file(file)
                        .param("reason", "nguồn")
                        .param("attested", "true")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(uri + "/logs")
                        .param("reason", "giữ")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        EvidenceItem item = locker.of(id).stream()
                .filter(each -> each.kind() == EvidenceItem.Kind.FILE)
                .findFirst()
                .orElseThrow();
        assertThat(item.name()).isEqualTo("dump.log");
        assertThat(mvc.post()
                        .uri(uri + "/verify")
                        .param("item", item.id().toString())
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(uri + "/take")
                        .param("item", item.id().toString())
                        .param("reason", "PA05")
                        .param("password", "mot mat khau dai")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatusOk()
                .hasContentType("application/zip");
        assertThat(locker.find(id, item.id()).orElseThrow().custody())
                .extracting(EvidenceItem.CustodyStep::step)
                .containsExactly(EvidenceItem.Step.ADDED, EvidenceItem.Step.VERIFIED, EvidenceItem.Step.TAKEN);
        assertThat(mvc.get().uri(uri).with(as(Role.CONTACT, new Scope.Organizations(Set.of("org-2")))))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri(uri + "/freeze")
                        .param("reason", "a")
                        .param("scope", "b")
                        .param("continuity", " ")
                        .param("from", "2026-11-22T00:00")
                        .param("until", "2026-11-23T00:00")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(body(uri)).contains("dump.log", "Kiểm tra, nguyên vẹn", "-logs.ndjson");
    }

    private String body(String path) {
        return new String(
                mvc.get().uri(path).with(as(ANALYST)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private long incident() {
        incidents.apply(Signals.signal(key, key, Level.HIGH, 1, "org-" + key));
        return jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
